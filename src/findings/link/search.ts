/** What is tried first: few things are often all there are. */
const firstGuess = 32;

/** Characters of room that are not worth looking for what would fill them. */
const slack = 12;

/**
 * The largest number from 0 to `count` whose size is within `room`, or one that leaves no room worth
 * speaking of. Sizes grow with numbers, about evenly; each costs something to find out, so the next
 * guess follows from those before. That 0 fits is taken as given.
 */
export async function largestThatFits(
  count: number,
  room: number,
  sizeOf: (number: number) => Promise<number>,
): Promise<number> {
  let low = 0;
  let lowSize: number | null = null;
  let high = count + 1;
  let highSize: number | null = null;
  let guess = firstGuess;
  for (let tries = 0; high - low > 1; tries++) {
    const number = Math.min(Math.max(guess, low + 1), high - 1);
    const size = await sizeOf(number);
    if (size <= room) {
      low = number;
      lowSize = size;
      if (size > room - slack) break;
    } else {
      high = number;
      highSize = size;
    }
    guess = tries % 3 === 2 ? (low + high) >> 1 : between(low, lowSize, high, highSize, room);
  }
  return low;
}

/** Where the room would be used up, were sizes to grow evenly between what is known. */
function between(
  low: number,
  lowSize: number | null,
  high: number,
  highSize: number | null,
  room: number,
): number {
  if (highSize === null) return 2 * low + Math.floor((low * (room - (lowSize ?? 0))) / room);
  if (lowSize === null || !Number.isFinite(highSize)) return (low + high) >> 1;
  return low + Math.floor(((room - lowSize) / (highSize - lowSize)) * (high - low));
}

const parts = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|[+-](\d\d):(\d\d))?$/;

/** Days of each month, February's in a leap year. */
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a text is an `xsd:dateTime` without blanks around it (XML Schema 1.0, part 2, 3.2.7): with
 * seconds, no year 0000, no leap second, `24:00:00` for midnight, and a zone of at most 14 hours.
 */
export function isDateTime(text: string): boolean {
  const found = parts.exec(text);
  if (found === null) return false;
  const [, year = '', ...rest] = found;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0, zone = 0, offset = 0] =
    rest.map((part) => Number(part ?? 0));
  return (
    isYear(year) &&
    day >= 1 &&
    day <= daysIn(Number(year), month) &&
    minute <= 59 &&
    second <= 59 &&
    (hour <= 23 || (hour === 24 && minute === 0 && second === 0 && fraction === 0)) &&
    offset <= 59 &&
    zone * 60 + offset <= 14 * 60
  );
}

function isYear(year: string): boolean {
  const digits = year.replace('-', '');
  return Number(digits) !== 0 && (digits.length === 4 || !digits.startsWith('0'));
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && !isLeap ? 28 : (monthLengths[month - 1] ?? 0);
}

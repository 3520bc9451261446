/**
 * A key by which plain string comparison orders texts as people do: without case, and with numbers
 * by their value (`lane-2` before `lane-10`). Made once per text, since comparing ten thousand
 * paths by locale takes longer than a frame.
 */
export function naturalKey(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => {
    const value = digits.replace(/^0+(?=\d)/, '');
    // The length goes first, as a character, so that longer numbers sort after shorter ones.
    return `0${String.fromCharCode(0x30 + Math.min(value.length, 60))}${value}`;
  });
}

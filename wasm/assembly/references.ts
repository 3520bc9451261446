import { isDigit, isXmlChar } from './characters';
import { Code } from './codes';
import { nameEnd, nameTooLong, readName } from './names';
import { fail, Result } from './results';

/** What the reference that was read last stands for: a code point, or else an entity's name. */
export let referenceCodePoint: u32 = 0;
export let referenceName: u32 = 0;
/** Address after its semicolon. */
export let referenceStop: usize = 0;

/** Reads the reference whose `&` is at `p`. The five entities of XML count as code points. */
export function readReference(p: usize): Result {
  referenceName = 0;
  if (load<u8>(p, 1) == 0x23) return readCharacterReference(p);
  const name = readName(p + 1);
  const stop = nameEnd;
  if (nameTooLong) return fail(Code.nameTooLong, p, p + 1, stop);
  if (name == 0) return fail(Code.malformedReference, p + 1, p, p + 1);
  if (load<u8>(stop) != 0x3b) return fail(Code.malformedReference, stop, p, stop, name);
  referenceStop = stop + 1;
  referenceCodePoint = predefined(p + 1, stop - p - 1);
  if (referenceCodePoint == 0) referenceName = name;
  return Result.ok;
}

function predefined(p: usize, length: usize): u32 {
  if (length == 2 && load<u8>(p, 1) == 0x74) {
    const c = load<u8>(p);
    return c == 0x6c ? 0x3c : c == 0x67 ? 0x3e : 0;
  }
  if (length == 3 && load<u8>(p) == 0x61 && load<u8>(p, 1) == 0x6d && load<u8>(p, 2) == 0x70)
    return 0x26;
  if (length == 4) {
    const word = load<u32>(p);
    if (word == 0x736f7061) return 0x27;
    if (word == 0x746f7571) return 0x22;
  }
  return 0;
}

function readCharacterReference(p: usize): Result {
  let at = p + 2;
  let value: u32 = 0;
  const hexadecimal = load<u8>(at) == 0x78;
  if (hexadecimal) at++;
  const first = at;
  while (true) {
    const c: u32 = load<u8>(at);
    let d: u32 = 0;
    if (isDigit(c)) d = c - 0x30;
    else if (hexadecimal && (c | 0x20) - 0x61 < 6) d = (c | 0x20) - 0x57;
    else break;
    // Saturated, so that a long row of digits cannot wrap around to something legal.
    if (value < 0x110000) value = value * (hexadecimal ? 16 : 10) + d;
    at++;
  }
  if (at == first || load<u8>(at) != 0x3b) return fail(Code.malformedReference, at, p, at);
  if (!isXmlChar(value)) return fail(Code.invalidCharacterReference, at, p, at + 1);
  referenceCodePoint = value;
  referenceStop = at + 1;
  return Result.ok;
}

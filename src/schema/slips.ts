import type { Builtin } from './model';
import { quoted } from './words';

/** The usual slip behind a wrong value: what is wrong with it, and how to write it. */
export interface Slip {
  readonly reason?: string;
  readonly help: string;
}

/** Recognises the usual slips in values of the built-in types; `null` where it is none of them. */
export function slipIn(value: string, builtin: Builtin): Slip | null {
  const text = value.trim();
  switch (builtin) {
    case 'boolean':
      return booleanSlip(text);
    case 'double':
      return numberSlip(text);
    case 'int':
      return wholeNumberSlip(text, -2147483648n, 2147483647n) ?? numberSlip(text);
    case 'unsignedInt':
      return wholeNumberSlip(text, 0n, 4294967295n) ?? numberSlip(text);
    case 'unsignedShort':
      return wholeNumberSlip(text, 0n, 65535n) ?? numberSlip(text);
    case 'dateTime':
      return dateSlip(text);
    case 'none':
    case 'string':
      return null;
  }
}

function booleanSlip(text: string): Slip | null {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') {
    return { reason: 'it is written in lower case', help: `Write ${quoted(word)}.` };
  }
  if (['yes', 'on', 'y', 't'].includes(word)) return { help: 'Write `true`.' };
  if (['no', 'off', 'n', 'f'].includes(word)) return { help: 'Write `false`.' };
  return null;
}

const numberAndUnit = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([\p{L}°%].*)$/u;
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function numberSlip(text: string): Slip | null {
  const pointed = text.replace(',', '.');
  if (pointed !== text && decimal.test(pointed)) {
    return {
      reason: 'a comma is no decimal point',
      help: `Write ${quoted(pointed)}.`,
    };
  }
  const bare = text.replaceAll(/(?<=\d)[_' ](?=\d)/g, '');
  if (bare !== text && decimal.test(bare)) {
    return { reason: 'digits are written without gaps', help: `Write ${quoted(bare)}.` };
  }
  const [, number, unit] = numberAndUnit.exec(text) ?? [];
  if (number !== undefined && unit !== undefined && decimal.test(number)) {
    return {
      reason: `${quoted(unit)} is no part of a number`,
      help: `Write the number alone, ${quoted(number)}.`,
    };
  }
  return specialNumberSlip(text);
}

function specialNumberSlip(text: string): Slip | null {
  const word = text.toLowerCase();
  if (word === 'nan') return { help: 'Write `NaN`.' };
  if (/^\+?inf(inity)?$/.test(word)) return { help: 'Write `INF`.' };
  if (/^-inf(inity)?$/.test(word)) return { help: 'Write `-INF`.' };
  return null;
}

function wholeNumberSlip(text: string, least: bigint, most: bigint): Slip | null {
  if (/^[+-]?\d+$/.test(text)) {
    const number = BigInt(text.replace('+', ''));
    const range = `Write a number from ${least} to ${most}.`;
    if (number < least) return { reason: `it is below ${least}`, help: range };
    if (number > most) return { reason: `it is above ${most}`, help: range };
    return null;
  }
  if (!decimal.test(text)) return null;
  const number = Number(text);
  if (Number.isSafeInteger(number)) {
    return { reason: 'it is not written as one', help: `Write ${quoted(String(number))}.` };
  }
  return { reason: 'it has decimal places', help: 'Write a whole number.' };
}

const dateAndTime = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** Repairs that make a date out of what is nearly one, tried in turn. */
const dateRepairs: readonly (readonly [reason: string, repair: (text: string) => string])[] = [
  ['the time of day is missing', (text) => `${text}T00:00:00`],
  ['the seconds are missing', (text) => text.replace(/T(\d\d:\d\d)(?=$|Z|[+-])/, 'T$1:00')],
  ['a `T` must stand between date and time', (text) => text.replace(/(\d)\s+(\d)/, '$1T$2')],
  ['`:` must stand between hours, minutes and seconds', (text) => withColons(text)],
  ['hours, minutes and seconds must be set apart', (text) => spread(text)],
  ['`-` must stand between year, month and day', (text) => withHyphens(text)],
];

function dateSlip(text: string): Slip | null {
  if (dateAndTime.test(text)) {
    return { reason: 'there is no such date or time', help: 'Check month, day, hour and minute.' };
  }
  for (const [reason, repair] of dateRepairs) {
    const repaired = repair(text);
    if (repaired !== text && dateAndTime.test(repaired)) {
      return { reason, help: `Write ${quoted(repaired)}.` };
    }
  }
  const [, day, month, year] = /^(\d\d?)[./](\d\d?)[./](\d{4})/.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    const help = 'Year, month and day come in this order, as in `2024-05-17T14:30:00`.';
    return { reason: 'the year must come first', help };
  }
  return null;
}

function withColons(text: string): string {
  return text.replace(/T(\d\d)[.:h-](\d\d)[.:m-](\d\d)/, 'T$1:$2:$3');
}

function spread(text: string): string {
  return text
    .replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3')
    .replace(/^(\d{4})(\d\d)(\d\d)T/, '$1-$2-$3T');
}

function withHyphens(text: string): string {
  return text.replace(/^(\d{4})[./](\d\d)[./](\d\d)/, '$1-$2-$3');
}

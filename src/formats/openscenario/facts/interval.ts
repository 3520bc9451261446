/** A range of numbers; an end that is open does not belong to it. */
export interface Interval {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
  /** Whether the ends are multiples of π, which no decimal hits. */
  readonly angular: boolean;
}

/** How far a value may lie past a multiple of π: what is left when π is written as `3.142`. */
const angularTolerance = 1e-3;

const notation = /^([[\]])([^.]+)\.\.([^.]+)([[\]])$/;

/**
 * Reads an interval as the class reference writes it, an outward bracket for an open end: `[0..inf[`,
 * `]0..100]`, `[-pi..pi]`, `[0..2pi[`. Throws a SyntaxError for anything else.
 */
export function parseInterval(text: string): Interval {
  const [, opening, low = '', high = '', closing] = notation.exec(text) ?? [];
  const interval = {
    low: bound(low),
    lowOpen: opening === ']',
    high: bound(high),
    highOpen: closing === '[',
    angular: text.includes('pi'),
  };
  if (Number.isNaN(interval.low) || Number.isNaN(interval.high)) {
    throw new SyntaxError(`No interval: ${text}`);
  }
  return interval;
}

function bound(text: string): number {
  if (text === 'inf') return Infinity;
  if (text === '-inf') return -Infinity;
  const [, sign, times] = /^(-?)(\d*)pi$/.exec(text) ?? [];
  if (times !== undefined) return Number(`${sign}${times === '' ? 1 : times}`) * Math.PI;
  return text === '' ? NaN : Number(text);
}

/** Whether a number lies outside. NaN does not: nothing is known of it. */
export function isOutside(interval: Interval, value: number): boolean {
  const { low, lowOpen, high, highOpen, angular } = interval;
  if (angular) return value < low - angularTolerance || value > high + angularTolerance;
  // An infinite value is fine where the range is endless: it stands for "no limit".
  if (value < low || (lowOpen && value === low && low !== -Infinity)) return true;
  return value > high || (highOpen && value === high && high !== Infinity);
}

/** What a value has to be, for a sentence with "has to be": "0 or more", "from 0 to 2π rad". */
export function intervalWords(interval: Interval, unit: string): string {
  const { low, lowOpen, high, highOpen } = interval;
  const from = boundWords(low, unit);
  const to = boundWords(high, unit);
  if (high === Infinity) return lowOpen ? `more than ${from}` : `${from} or more`;
  if (low === -Infinity) return highOpen ? `less than ${to}` : `${to} or less`;
  if (!lowOpen && !highOpen) return `from ${boundWords(low, '')} to ${to}`;
  return `${lowOpen ? 'more than' : 'at least'} ${from} and ${highOpen ? 'less than' : 'at most'} ${to}`;
}

function boundWords(value: number, unit: string): string {
  const times = value / Math.PI;
  const number =
    value !== 0 && Number.isInteger(times)
      ? `${times === 1 ? '' : times === -1 ? '-' : times}π`
      : numberWords(value);
  // Nothing is nothing in any unit.
  return value === 0 ? number : withUnit(number, unit);
}

/** A number as messages show it, without the noise of binary fractions. */
export function numberWords(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** A number with its unit, where it has one. */
export function withUnit(number: string, unit: string): string {
  return unit === '' ? number : unit === '°' ? `${number}°` : `${number} ${unit}`;
}

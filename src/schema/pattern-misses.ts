import { Determinizer, Expressions, type State } from './automaton';
import { patternFragment } from './pattern';
import type { PatternDeclaration } from './schema';
import { quoted, withArticle } from './words';

/** What keeps a value from matching a pattern that it was evidently meant to match. */
export interface PatternMiss {
  /** Continues "the value is …"; absent where the repair says it all. */
  readonly problem?: string;
  readonly help: string;
}

/**
 * Tells where a value leaves the pattern that it follows furthest, if it begins as a value of that
 * pattern must, or how it could be made to match one; `null` where it resembles none.
 */
export function nearMiss(
  value: string,
  patterns: readonly PatternDeclaration[],
): PatternMiss | null {
  const text = value.trim();
  const matches = (candidate: string): PatternDeclaration | undefined =>
    patterns.find((pattern) => follow(compiled(pattern), candidate).complete);
  const trimmed = text === value ? undefined : matches(text);
  if (trimmed !== undefined) return blanks(value, text, trimmed);
  return repaired(text, matches) ?? furthest(text, patterns);
}

/**
 * The one of some patterns that a value was evidently meant to match: it follows it to its end, or
 * beyond its first character and further than any of `others`. `null` where there is none.
 */
export function meantPattern(
  value: string,
  patterns: readonly PatternDeclaration[],
  others: readonly PatternDeclaration[],
): PatternDeclaration | null {
  const text = value.trim();
  const reach = (pattern: PatternDeclaration): number => follow(compiled(pattern), text).reached;
  const least = Math.max(1, ...others.map(reach));
  return (
    patterns.find((pattern) => follow(compiled(pattern), value).complete) ??
    patterns.find((pattern) => reach(pattern) > least) ??
    null
  );
}

/** A value in brackets that it should not be in, or whose first mark was left out. */
function repaired(
  text: string,
  matches: (candidate: string) => PatternDeclaration | undefined,
): PatternMiss | null {
  if (!/^[{[(<%].*[}\])>%]$/.test(text)) return null;
  const inner = text.slice(1, -1);
  const mark = /^[^\sA-Za-z0-9]/.exec(inner)?.[0] ?? '';
  const candidate = [inner, mark + text].find((one) => matches(one) !== undefined);
  return candidate === undefined ? null : { help: `Write ${quoted(candidate)}.` };
}

function furthest(text: string, patterns: readonly PatternDeclaration[]): PatternMiss | null {
  let best: { pattern: PatternDeclaration; reached: number; ended: boolean } | null = null;
  for (const pattern of patterns) {
    const { reached, ended } = follow(compiled(pattern), text);
    if (reached > (best?.reached ?? 0)) best = { pattern, reached, ended };
  }
  if (best === null) return null;
  const { pattern, reached, ended } = best;
  const example = pattern.example === '' ? '' : `, such as ${quoted(pattern.example)}`;
  const help = `Write ${withArticle(pattern.name)}${example}.`;
  const [wrong] = text.slice(reached);
  if (wrong === undefined) {
    return { problem: `${quoted(text)}, ${withArticle(pattern.name)} that is incomplete`, help };
  }
  const sign = wrong === ' ' ? 'a blank' : quoted(wrong);
  const where = `character ${reached + 1}, ${sign},`;
  if (ended) {
    const problem = `${quoted(text)}; the ${pattern.name} ends before ${where} and nothing may follow`;
    return { problem, help: `Write ${quoted(text.slice(0, reached))}, or put all of it inside.` };
  }
  return {
    problem: `${quoted(text)}; ${where} cannot stand in ${withArticle(pattern.name)}`,
    help,
  };
}

function blanks(value: string, text: string, pattern: PatternDeclaration): PatternMiss {
  const where = value.startsWith(' ') ? 'before' : 'after';
  return {
    problem: `${quoted(value)}; no blank may stand ${where} ${withArticle(pattern.name)}`,
    help: `Write ${quoted(text)}.`,
  };
}

const known = new Map<string, readonly State[]>();

function compiled({ pattern }: PatternDeclaration): readonly State[] {
  let states = known.get(pattern);
  if (states === undefined) {
    const expressions = new Expressions();
    const determinizer = new Determinizer(expressions);
    determinizer.start(patternFragment(expressions, pattern));
    known.set(pattern, (states = determinizer.states()));
  }
  return states;
}

/** How far a text follows a pattern. */
interface Progress {
  /** How many characters lead on. */
  readonly reached: number;
  /** Whether all of them do and the value may end there. */
  readonly complete: boolean;
  /** Whether a value of the pattern has come to its end before the text does. */
  readonly ended: boolean;
}

function follow(states: readonly State[], text: string): Progress {
  let state = states[0];
  for (let at = 0; at < text.length; at++) {
    const symbol = state?.symbols.indexOf(text.charCodeAt(at)) ?? -1;
    if (symbol < 0) {
      const ended = state !== undefined && state.accepting && state.symbols.length === 0;
      return { reached: at, complete: false, ended };
    }
    state = states[state?.targets[symbol] ?? -1];
  }
  return { reached: text.length, complete: state?.accepting ?? false, ended: false };
}

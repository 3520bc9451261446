import type { Finding } from '../finding';

/** What may have become of a finding from one report to the next. */
export const changes = ['new', 'fixed', 'remaining'] as const;
export type Change = (typeof changes)[number];

/** A finding in two reports on a file: a new one is not in the first, a fixed one not in the second. */
export type ComparedFinding =
  | { change: 'new'; before: null; after: Finding }
  | { change: 'fixed'; before: Finding; after: null }
  | { change: 'remaining'; before: Finding; after: Finding };

/** A finding while its counterpart is looked for. */
interface Sought {
  readonly finding: Finding;
  paired: boolean;
}

interface Sides<One> {
  readonly before: readonly One[];
  readonly after: readonly One[];
}

type Pair = (before: Sought, after: Sought) => void;

/**
 * Finds the findings that two reports on the same file have in common. They are known again by what
 * does not move when lines do, and by what says most first:
 *
 * 1. rule, code, message and path of the element, leaving aside the numbers in the path, since an
 *    element that comes before shifts them;
 * 2. rule, code and exact path: a value that is wrong in another way is still wrong;
 * 3. rule, code and message, where one of the reports does not know the element.
 *
 * Of those that are alike, as many remain as there are on both sides. Lines decide only which ones
 * these are, never how many, and only where nothing else tells them apart.
 * @param ruleName the name that a rule is to be known by, as some have had others
 * @returns new ones, fixed ones, remaining ones; each in the order of their places
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  ruleName: (rule: string) => string = (rule) => rule,
): readonly ComparedFinding[] {
  const all: Sides<Sought> = { before: soughtOf(before), after: soughtOf(after) };
  const counterparts = new Map<Sought, Sought>();
  const pair: Pair = (a, b) => {
    a.paired = b.paired = true;
    counterparts.set(b, a);
  };
  const names = new Names();
  const kind = ({ rule, code }: Finding): string => names.key(ruleName(rule), code);
  const bare = new Map<string, string>();
  const withoutNumbers = (element: string): string => {
    let path = bare.get(element);
    if (path === undefined) {
      path = element.replaceAll(/\[\d+\]/g, '');
      bare.set(element, path);
    }
    return path;
  };

  pairAlike(
    all,
    (finding) => {
      const { element, message } = finding;
      return names.key(kind(finding), message, element && withoutNumbers(element));
    },
    pairByElement,
    pair,
  );
  pairAlike(
    all,
    (finding) => (finding.element === undefined ? null : names.key(kind(finding), finding.element)),
    pairInOrder,
    pair,
  );
  pairAlike(all, (finding) => names.key(kind(finding), finding.message), pairUnplaced, pair);

  const found: ComparedFinding[] = [];
  for (const { finding } of left(all.after)) {
    found.push({ change: 'new', before: null, after: finding });
  }
  for (const { finding } of left(all.before)) {
    found.push({ change: 'fixed', before: finding, after: null });
  }
  for (const sought of all.after) {
    const counterpart = counterparts.get(sought);
    if (!counterpart) continue;
    found.push({ change: 'remaining', before: counterpart.finding, after: sought.finding });
  }
  return found;
}

function soughtOf(findings: readonly Finding[]): Sought[] {
  return findings
    .toSorted((a, b) => a.span.line - b.span.line || a.span.column - b.span.column)
    .map((finding) => ({ finding, paired: false }));
}

function left(findings: readonly Sought[]): readonly Sought[] {
  return findings.filter(({ paired }) => !paired);
}

/** Puts findings of the same key together, and has those that are on both sides paired. */
function pairAlike(
  { before, after }: Sides<Sought>,
  keyOf: (finding: Finding) => string | null,
  pairThem: (alike: Sides<Sought>, pair: Pair) => void,
  pair: Pair,
): void {
  const bags = new Map<string, { before: Sought[]; after: Sought[] }>();
  for (const sought of left(before)) {
    const key = keyOf(sought.finding);
    if (key === null) continue;
    const bag = bags.get(key);
    if (bag) bag.before.push(sought);
    else bags.set(key, { before: [sought], after: [] });
  }
  for (const sought of left(after)) {
    const key = keyOf(sought.finding);
    if (key !== null) bags.get(key)?.after.push(sought);
  }
  for (const bag of bags.values()) if (bag.after.length > 0) pairThem(bag, pair);
}

/** Where one side has more than the other, those at the same element belong together first. */
function pairByElement(alike: Sides<Sought>, pair: Pair): void {
  if (alike.before.length !== alike.after.length) {
    pairAlike(alike, ({ element }) => element ?? '', pairByLine, pair);
  }
  pairInOrder({ before: left(alike.before), after: left(alike.after) }, pair);
}

/** Where one report knows the elements and the other does not, that is no reason to tell them apart. */
function pairUnplaced({ before, after }: Sides<Sought>, pair: Pair): void {
  const unplaced = ({ finding }: Sought): boolean => finding.element === undefined;
  // If both sides had such, they would be paired by now.
  if (before.some(unplaced)) pairByLine({ before: before.filter(unplaced), after }, pair);
  else pairByLine({ before, after: after.filter(unplaced) }, pair);
}

/** Pairs the first with the first, the second with the second, as far as there are as many. */
function pairInOrder({ before, after }: Sides<Sought>, pair: Pair): void {
  for (const [at, a] of before.entries()) {
    const b = after[at];
    if (!b) break;
    pair(a, b);
  }
}

/**
 * Pairs findings that nothing tells apart. Where one side has more, those that stay alone are in the
 * gap between the first ones, which are at the same lines, and the last ones, which are all so many
 * lines further down or up.
 */
function pairByLine({ before, after }: Sides<Sought>, pair: Pair): void {
  const count = Math.min(before.length, after.length);
  if (before.length === after.length || count === 0) {
    pairInOrder({ before, after }, pair);
    return;
  }
  const shiftAt = (at: number): number =>
    (after.at(at)?.finding.span.line ?? 0) - (before.at(at)?.finding.span.line ?? 0);
  let first = 0;
  while (first < count && shiftAt(first) === 0) first++;
  let last = 0;
  while (last < count - first && shiftAt(-1 - last) === shiftAt(-1)) last++;
  pairInOrder({ before: before.slice(0, count - last), after: after.slice(0, count - last) }, pair);
  if (last > 0) pairInOrder({ before: before.slice(-last), after: after.slice(-last) }, pair);
}

/** Numbers for texts, so that keys made of several are short and never the same by accident. */
class Names {
  readonly #numbers = new Map<string | undefined, number>();

  key(...texts: (string | undefined)[]): string {
    let key = '';
    for (const text of texts) {
      let number = this.#numbers.get(text);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(text, number);
      }
      key += `${number} `;
    }
    return key;
  }
}

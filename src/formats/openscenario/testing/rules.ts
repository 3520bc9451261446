import { describe, expect, test } from 'vitest';
import type { Found, RuleInfo } from '../../../rules/rule';
import { RuleRunner } from '../../../rules/runner';
import type { Version } from '../model/model';
import { Model } from '../model/model';
import type { DocumentRule } from '../rules/kinds';
import { versions } from '../tables';
import { readDocument, textAt } from './document';

/** A document for a rule. */
export interface Fixture {
  /** What is special about it. */
  name: string;
  /**
   * The document; each place at which the rule is to find something is set in « and », which are not
   * part of it. Without any, the rule is to find nothing.
   */
  text: string;
  /** The version that it is of; unless given, the one that its header declares. */
  version?: Version;
  /** The codes of what is found, in the order of their places. */
  codes?: string[];
  /** What the messages say, as far as it matters, in the same order. */
  says?: (string | RegExp)[];
  /** What their help says. */
  helps?: (string | RegExp)[];
  /** What stands at the first other place that each of them points at. */
  pointsAt?: string[];
  /** Whether the schema may have something to say too. */
  misshapen?: true;
}

/** Checks that a rule finds what its fixtures say, where they say it, and nothing else. */
export function testRule(rule: DocumentRule, fixtures: readonly Fixture[]): void {
  describe(rule.id, () => {
    test('has fixtures that fire and fixtures that do not', () => {
      expect(fixtures.some(({ text }) => text.includes('«'))).toBe(true);
      expect(fixtures.some(({ text }) => !text.includes('«'))).toBe(true);
    });
    test.each(fixtures)('$name', (fixture) => {
      const { text, places } = marked(fixture.text);
      const version = fixture.version ?? versionOf(text);
      const { document, issues } = readDocument(text, version);
      if (!fixture.misshapen) expect(issues, 'what the schema says').toEqual([]);
      const found = whatIsFound(rule, new Model(document));
      expect(found.map(({ at }) => ({ at, text: textAt(document, at) }))).toEqual(
        places.map((at) => ({ at, text: textAt(document, at) })),
      );
      if (fixture.codes) expect(found.map(({ code }) => code)).toEqual(fixture.codes);
      fixture.says?.forEach((said, at) => expect(found[at]?.message).toMatch(said));
      fixture.helps?.forEach((said, at) => expect(found[at]?.help).toMatch(said));
      fixture.pointsAt?.forEach((there, at) => {
        const [place] = found[at]?.related ?? [];
        expect(place && 'at' in place ? textAt(document, place.at) : undefined).toBe(there);
      });
      for (const { message, help, related } of found) {
        expectWords(message, help);
        expectNotes(related);
      }
    });
  });
}

/** Runs a rule on a model; what it finds comes in the order of its places. */
export function whatIsFound(rule: DocumentRule, model: Model): Found[] {
  const found: Found[] = [];
  const runner = new RuleRunner({
    versions,
    version: model.document.version,
    wants: () => true,
    tell: (info, one) => {
      expectNoteOf(info, one);
      found.push(one);
    },
  });
  runner.run([rule], model);
  return found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

/** What a rule of notes tells is a note, unless the rule says that it goes beyond them. */
export function expectNoteOf({ severity, beyondNotes }: RuleInfo, found: Found): void {
  if (severity !== 'info' || beyondNotes) return;
  expect(found.severity ?? severity).toBe('info');
  expect(found.always).toBeUndefined();
}

/** What is said of other places are phrases that go on from “note:”. */
export function expectNotes(related: Found['related'] = []): void {
  for (const { message } of related) {
    expect(message).not.toMatch(/undefined|NaN|\[object|\s\s|``/);
    expect(message).toMatch(/^[a-z`].*[^.]$/s);
  }
}

/** Messages are sentences, and none of them is an accident. */
export function expectWords(...texts: (string | undefined)[]): void {
  for (const text of texts) {
    if (text === undefined) continue;
    expect(text).not.toMatch(/undefined|NaN|\[object|\s\s|``/);
    expect(text).toMatch(/^[^a-z].*[.?:)]$/s);
  }
}

const encoder = new TextEncoder();

/** A text without its marks, and the ranges (in UTF-8) that they stood around. */
export function marked(text: string): { text: string; places: [number, number][] } {
  const places: [number, number][] = [];
  let plain = '';
  for (const piece of text.split(/(?=[«»])/)) {
    const at = encoder.encode(plain).length;
    if (piece.startsWith('«')) places.push([at, at]);
    else if (piece.startsWith('»')) {
      const open = places.findLast(([start, end]) => start === end);
      if (open) open[1] = at;
    }
    plain += piece.replace(/^[«»]/, '');
  }
  return { text: plain, places };
}

export function versionOf(text: string): Version {
  const minor = /revMinor="(\d)"/.exec(text)?.[1] ?? '3';
  return `1.${minor}` as Version;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from './read';
import type { ConformanceTest } from './suite';
import { loadSuite } from './suite';

/** Why a test of the suite is not one of ours; `null` when it is. */
function excluded(test: ConformanceTest): string | null {
  if (test.recommendation === 'XML1.1' || test.recommendation === 'NS1.1')
    return 'is about XML 1.1';
  if (test.editions.length > 0 && !test.editions.includes('5')) return 'is about an older edition';
  if (!test.namespaces) return 'holds only without namespaces';
  if (test.type === 'error') return 'leaves the outcome to the processor';
  if (test.type === 'not-wf' && test.entities !== 'none') {
    return 'is wrong in an external entity, which is never fetched';
  }
  if (test.id === 'hst-lhs-007') {
    return 'has a UTF-8 mark and declares ISO-8859-1: a warning here, as libxml2 and Xerces read it';
  }
  if (test.id === 'rmt-e2e-50') return 'declares XML 1.1 and relies on its line end NEL';
  return null;
}

/** Whether the document itself carries declarations. */
function hasInternalSubset(bytes: Uint8Array): boolean {
  return /<!DOCTYPE[^>[]*\[/.test(Buffer.from(bytes).toString('latin1').replaceAll('\0', ''));
}

const suite = loadSuite();
const ours = suite.filter((test) => excluded(test) === null);

describe('the conformance suite of XML 1.0, fifth edition, and Namespaces 1.0', () => {
  it('is there, and most of it is ours', () => {
    expect(suite.length).toBeGreaterThan(2500);
    expect(ours.length).toBeGreaterThan(1800);
  });

  it.each(ours.filter((test) => test.type === 'not-wf'))('refuses $id', (test) => {
    const reading = read(readFileSync(test.file));
    expect(reading.accepted, test.description).toBe(false);
    const issue = reading.issues.at(-1);
    if (reading.encodingProblem !== null) return;
    expect(issue?.start.line).toBeGreaterThan(0);
    expect(issue?.start.column).toBeGreaterThan(0);
    expect(issue?.end.offset).toBeGreaterThanOrEqual(issue?.start.offset ?? 0);
  });

  it.each(ours.filter((test) => test.type !== 'not-wf'))('reads $id', (test) => {
    const bytes = readFileSync(test.file);
    const reading = read(bytes);
    if (reading.encodingProblem === 'unsupported') return;
    expect(
      reading.codes.filter((code) => !/Skipped$|^unusual/.test(code)),
      test.description,
    ).toEqual([]);
    expect(reading.accepted).toBe(true);
  });

  it('reads all encodings but those that few have', () => {
    const unread = ours
      .filter((test) => read(readFileSync(test.file)).encodingProblem === 'unsupported')
      .map((test) => test.id);
    expect(unread).toMatchInlineSnapshot(`
      [
        "not-wf-sa-101",
        "encoding01",
        "encoding02",
        "encoding03",
        "encoding04",
        "encoding05",
        "encoding06",
        "ibm-not-wf-P81-ibm81n01.xml",
        "ibm-not-wf-P81-ibm81n02.xml",
        "ibm-not-wf-P81-ibm81n03.xml",
        "ibm-not-wf-P81-ibm81n04.xml",
        "ibm-not-wf-P81-ibm81n05.xml",
        "ibm-not-wf-P81-ibm81n06.xml",
        "ibm-not-wf-P81-ibm81n07.xml",
        "ibm-not-wf-P81-ibm81n08.xml",
        "ibm-not-wf-P81-ibm81n09.xml",
      ]
    `);
  });

  it('finds the same in chunks of one, two, three and seventeen bytes', () => {
    const different: string[] = [];
    for (const test of ours) {
      const bytes = readFileSync(test.file);
      if (bytes.length > 20_000) continue;
      const whole = JSON.stringify(read(bytes));
      for (const size of [1, 2, 3, 17]) {
        const pieces = JSON.stringify(read(bytes, size));
        if (pieces !== whole) different.push(`${test.id} by ${size}`);
      }
    }
    expect(different).toEqual([]);
  });

  it('has both kinds: with declarations of its own and without', () => {
    const subsets = ours.filter((test) => hasInternalSubset(readFileSync(test.file)));
    expect(subsets.length).toBeGreaterThan(1000);
    expect(ours.length - subsets.length).toBeGreaterThan(300);
  });
});

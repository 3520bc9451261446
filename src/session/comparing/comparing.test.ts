import { beforeEach, describe, expect, test } from 'vitest';
import { latest } from '../../findings/compare/compare';
import { reportDocument, type ReportDocument } from '../../findings/reportDocument';
import type { DocumentWish } from '../document';
import type { FileEntry } from '../entry.svelte';
import { receivedEntry } from '../intakeEntries';
import { aFinding, aReport, checkedFile } from '../testing';
import { Comparing } from './comparing.svelte';

let entries: FileEntry[];
let comparing: Comparing;
/** What was asked for, and how it is answered. */
let wishes: DocumentWish[];
let answer: (document: ReportDocument, signal: AbortSignal) => Promise<ReportDocument>;

beforeEach(() => {
  entries = [];
  wishes = [];
  answer = (document) => Promise.resolve(document);
  comparing = new Comparing({
    entries: () => entries,
    document: (wish, signal) => {
      wishes.push(wish);
      wish.progress?.(1, 2);
      const reports = (wish.entries ?? []).flatMap(({ report }) => report ?? []);
      return answer(reportDocument({ name: 'Own', version: '1' }, reports, []), signal);
    },
    rules: () => Promise.resolve([]),
  });
});

/** Compares what is offered first; what became of the findings, by their lines. */
async function compared(): Promise<string[]> {
  const { pair } = comparing;
  if (!pair) throw new Error('There is nothing to compare');
  await comparing.compare(pair);
  const { state } = comparing;
  if (state.type !== 'done') throw new Error(`It is ${state.type}`);
  return state.comparison.files.flatMap(({ findings }) =>
    findings.map((one) => `${one.change} ${latest(one).span.line}`),
  );
}

function received(path: string, ...lines: number[]): FileEntry {
  const findings = lines.map((line) => aFinding(path, { line, message: `${line}` }));
  const from = {
    way: 'file',
    tool: { name: 'Other', version: '2' },
    name: path,
    remarks: [],
  } as const;
  return receivedEntry(path, aReport(path, findings), from);
}

test('a received report is taken as it came, what is here with its elements', async () => {
  const here = checkedFile('a.xml', ['error']);
  entries = [received('r.xml', 1), here];
  expect(await compared()).toEqual(['new 1', 'fixed 1']);
  expect(wishes).toEqual([
    { entries: [here], excerpts: false, progress: expect.any(Function) as unknown },
  ]);
  const { state } = comparing;
  expect(state.type === 'done' && state.comparison.before.tool.name).toBe('Other');
});

describe('a file that is checked again', () => {
  test('is compared with what it was before, until that is forgotten', async () => {
    comparing.keep(checkedFile('a.xml', ['error', 'warning']));
    entries = [checkedFile('a.xml', ['error'])];
    expect(await compared()).toEqual(['fixed 2', 'remaining 1']);
    comparing.forget('a.xml');
    // Sides are made anew when files come, go or change; here nobody tells.
    entries = [checkedFile('a.xml', ['error']), checkedFile('b.xml')];
    expect(comparing.sides.map(({ kind }) => kind)).not.toContain('earlier');
  });

  test('is not, where nothing was known of it, or where that came from elsewhere', () => {
    comparing.keep(received('a.xml', 1));
    entries = [checkedFile('a.xml', ['error'])];
    expect(comparing.pair).toBeNull();
  });
});

describe('what is compared', () => {
  beforeEach(() => {
    entries = [received('one', 1), received('two', 2), received('three', 3)];
  });

  const chosen = (): string => `${comparing.pair?.before.title} > ${comparing.pair?.after.title}`;

  test('can be chosen, and changes places when chosen as both', () => {
    expect(chosen()).toBe('one > two');
    comparing.choose('after', comparing.sides[2]?.id ?? '');
    expect(chosen()).toBe('one > three');
    comparing.choose('before', comparing.sides[2]?.id ?? '');
    expect(chosen()).toBe('three > one');
    comparing.swap();
    expect(chosen()).toBe('one > three');
    comparing.forget();
    expect(chosen()).toBe('one > two');
  });

  test('stays as it is when it is compared once more', async () => {
    await compared();
    const { state } = comparing;
    await compared();
    expect(comparing.state).toBe(state);
    comparing.swap();
    expect(await compared()).toEqual(['new 1', 'fixed 2']);
  });
});

test('a comparison tells how far it is, and can be given up', async () => {
  entries = [received('r.xml', 1), checkedFile('a.xml', ['error'])];
  answer = (_, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new DOMException('Given up', 'AbortError'));
      });
    });
  const { pair } = comparing;
  if (!pair) throw new Error('There are two');
  const run = comparing.compare(pair);
  await expect.poll(() => comparing.state).toEqual({ type: 'gathering', done: 1, total: 2 });
  comparing.stop();
  await run;
  expect(comparing.state).toEqual({ type: 'idle' });
});

test('what goes wrong is told, and can be tried again', async () => {
  entries = [received('r.xml', 1), checkedFile('a.xml', ['error'])];
  answer = () => Promise.reject(new Error('The rules cannot be read'));
  const { pair } = comparing;
  if (!pair) throw new Error('There are two');
  await comparing.compare(pair);
  expect(comparing.state).toEqual({ type: 'failed', reason: 'The rules cannot be read' });
  answer = (document) => Promise.resolve(document);
  expect(await compared()).toHaveLength(2);
});

test('findings are looked at where they are, or else where they were', async () => {
  const [before, here] = [received('r.xml', 1, 2), checkedFile('a.xml', ['error'])];
  entries = [before, here];
  await compared();
  const { state } = comparing;
  const [file] = state.type === 'done' ? state.comparison.files : [];
  if (!file) throw new Error('There is one');
  const places = file.findings.map((one) => comparing.placeOf(file, one));
  expect(places).toEqual([
    { entry: here, finding: here.findings[0] },
    { entry: before, finding: before.findings[0] },
    { entry: before, finding: before.findings[1] },
  ]);
  // After a check here, what was received is shown no more.
  before.status = { ...before.status, findings: [] };
  expect(file.findings.map((one) => comparing.placeOf(file, one) !== null)).toEqual([
    true,
    false,
    false,
  ]);
});

test('the filter leaves changes out, and takes them in again', () => {
  comparing.toggle('fixed');
  comparing.text = 'x';
  expect([...comparing.shown]).toEqual(['new', 'remaining']);
  comparing.toggle('fixed');
  expect(comparing.shown.has('fixed')).toBe(true);
  comparing.toggle('new');
  comparing.showAll();
  expect([comparing.shown.size, comparing.text]).toEqual([3, '']);
});

import { expect, test } from 'vitest';
import type { ReportDocument } from '../findings/reportDocument';
import { documentOf, type DocumentParts, type DocumentWish } from './document';
import { FileEntry } from './entry.svelte';
import { receivedEntry } from './intakeEntries';
import { aFinding, aReport, aRule, aSource, doneEntry } from './testing';

const encoder = new TextEncoder();
const rule = aRule('test:1.0.0:a.rule');
const text = '<a>\n  <b x="1"/>\n  <b x="2"/>\n</a>\n';
const source = aSource('a.xml', { bytes: new Blob([text]), size: text.length });
const second = text.indexOf('"2"');
const span = {
  offset: second,
  endOffset: second + 3,
  line: 3,
  column: 8,
  endLine: 3,
  endColumn: 11,
};

const parts: DocumentParts = {
  tool: { name: 'Scrutineer', version: '1.2.3' },
  rules: () => Promise.resolve([rule, aRule('test:1.0.0:another.rule')]),
  elementsAt: (_source, offsets) => Promise.resolve(offsets.map((at) => `/a/at[${at}]`)),
};

function make(
  entries: FileEntry[],
  wish: Partial<DocumentWish> = {},
  some: Partial<DocumentParts> = {},
): Promise<ReportDocument> {
  const { signal } = new AbortController();
  return documentOf(entries, { excerpts: false, ...wish }, { ...parts, ...some }, signal);
}

function entry(path = 'a.xml'): FileEntry {
  return doneEntry(path, aReport(path, [aFinding(path, { span })]), { ...source, path });
}

async function hashOf(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(content));
  return Buffer.from(digest).toString('hex');
}

test('a report gets what the check left out: elements, the hash, the rules that it names', async () => {
  const { tool, files, rules, excerpts } = await make([entry()]);
  expect(tool).toEqual({ name: 'Scrutineer', version: '1.2.3' });
  expect(rules).toEqual([rule]);
  expect(excerpts).toBeNull();
  expect(files[0]?.hash).toBe(await hashOf(text));
  expect(files[0]?.findings[0]?.element).toBe(`/a/at[${second}]`);
});

test('source lines go with it where they are wanted: three of them for a finding', async () => {
  const { excerpts } = await make([entry()], { excerpts: true });
  expect(excerpts?.('a.xml', span)).toMatchObject([
    { number: 2, text: '  <b x="1"/>', mark: null },
    { number: 3, text: '  <b x="2"/>', mark: { from: 7, to: 10 } },
    { number: 4, text: '</a>', mark: null },
  ]);
  expect(excerpts?.('another.xml', span)).toBeNull();
});

test('strangers of a folder are left out, unless they are asked for by name', async () => {
  const note = aFinding('notes.txt', { severity: 'info' });
  const report = aReport('notes.txt', [note], { format: null, verdict: 'unsupported' });
  const stranger = doneEntry('notes.txt', report, aSource('notes.txt', { origin: 'found' }));
  const all = [entry(), stranger];
  const pathsOf = ({ files }: ReportDocument): string[] => files.map(({ path }) => path);
  expect(pathsOf(await make(all))).toEqual(['a.xml']);
  expect(pathsOf(await make(all, { entries: [stranger] }))).toEqual(['notes.txt']);
});

test('files without a report are left out', async () => {
  const { files } = await make([new FileEntry('a.xml', source)]);
  expect(files).toEqual([]);
});

test('what was made elsewhere stays as it came, and is still by its maker', async () => {
  const tool = { name: 'Another', version: '7' };
  const report = aReport('b.xml', [aFinding('b.xml')]);
  const received = receivedEntry('b.xml', report, { way: 'file', tool, name: 'r', remarks: [] });
  const alone = await make([received]);
  expect(alone.tool).toEqual(tool);
  expect(alone.files).toEqual([report]);
  expect((await make([received, entry()])).tool).toEqual(parts.tool);
});

test('what can no longer be read has its findings still', async () => {
  const gone = new DOMException('gone', 'NotReadableError');
  const { files } = await make([entry()], {}, { elementsAt: () => Promise.reject(gone) });
  expect(files[0]?.findings).toHaveLength(1);
  expect(files[0]?.findings[0]).not.toHaveProperty('element');
});

test('it can be given up, and says how far it is', async () => {
  const progress: string[] = [];
  await make([entry('a.xml'), entry('b.xml')], {
    progress: (done, total) => progress.push(`${done}/${total}`),
  });
  expect(progress).toEqual(['1/2', '2/2']);
  const controller = new AbortController();
  controller.abort(new Error('given up'));
  const given = documentOf([entry()], { excerpts: false }, parts, controller.signal);
  await expect(given).rejects.toThrow('given up');
});

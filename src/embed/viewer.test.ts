import { beforeEach, expect, test, vi } from 'vitest';
import type { ReportDocument } from '../findings/reportDocument';
import { Session } from '../session.svelte';
import { aFinding, aReport } from '../session/testing';
import type { Inspection } from '../engine/inspection';
import type { HostMessage, PostedFile, ViewerMessage } from './protocol';
import { EmbedViewer, type ReadReport } from './viewer.svelte';

const tool = { name: 'Test', version: '1' };
const elsewhere = { name: 'Other', version: '2' };
const findings = [aFinding('a.xml', { line: 1 }), aFinding('a.xml', { line: 2 })];
const report: ReportDocument = {
  tool: elsewhere,
  files: [aReport('a.xml', findings)],
  rules: [],
  excerpts: null,
};

let said: ViewerMessage[];
let session: Session;
let viewer: EmbedViewer;
/** Answers the oldest question for a report. */
let answer: (read: ReadReport | null) => void;

function asking(): Promise<ReadReport | null> {
  return new Promise((resolve) => (answer = resolve));
}

function opening(id: number, name = 'a.xml'): HostMessage {
  const files: PostedFile[] = [{ name, bytes: new Blob(['x']) }];
  return { type: 'open', id, opening: { what: 'files', files } };
}

function openReport(id: number): HostMessage {
  const file: PostedFile = { name: 'r.json', bytes: new Blob(['x']) };
  return { type: 'open', id, opening: { what: 'report', file } };
}

async function rest(): Promise<void> {
  await vi.waitFor(() => {
    expect(viewer.reading || session.busy).toBe(false);
  });
  viewer.settled();
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  said = [];
  session = new Session({
    inspector: {
      inspect: (source) =>
        Promise.resolve<Inspection>({
          type: 'file',
          report: aReport(source.path, source.path === 'a.xml' ? findings : []),
        }),
    },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: {
      stats: () => Promise.resolve({ entries: 0, bytes: 0, budget: 0, hits: 0, misses: 0 }),
      clear: () => Promise.resolve(),
    },
    onCrash: (error) => {
      throw error;
    },
  });
  viewer = new EmbedViewer({
    session,
    tool,
    post: (message) => said.push(message),
    readReport: asking,
    readLink: (fragment) =>
      Promise.resolve(
        fragment === 'good' ? { report, remarks: ['It was cut.'] } : { problem: 'It is cut.' },
      ),
    onCrash: (error) => {
      throw error;
    },
  });
});

test('files are checked, and their findings told once all is at rest', async () => {
  viewer.receive(opening(1));
  viewer.settled();
  expect(said).toEqual([]);
  answer(null);
  await rest();
  expect(said).toMatchObject([{ type: 'findings', id: 1, tool, summary: '2 errors', findings }]);
  viewer.settled();
  expect(said).toHaveLength(1);
});

test('a file that is a report is opened as one, made by whoever made it', async () => {
  viewer.receive(opening(1));
  answer({ report, remarks: [] });
  await rest();
  expect(said).toMatchObject([{ type: 'findings', id: 1, tool: elsewhere }]);
  expect(session.entries[0]?.received).toMatchObject({ way: 'host', name: 'a.xml' });
});

test('a link is opened, and kept for the way to the app', async () => {
  await viewer.open({ what: 'link', fragment: 'good' });
  await rest();
  expect(viewer.link).toBe('good');
  expect(session.entries[0]?.received).toMatchObject({ way: 'link', remarks: ['It was cut.'] });
  // Nobody asked.
  expect(said).toEqual([]);
});

test('what cannot be read is told to both sides', async () => {
  viewer.receive({ type: 'open', id: 1, opening: { what: 'link', fragment: 'bad' } });
  await rest();
  expect(viewer.problem).toBe('It is cut.');
  expect(said).toEqual([{ type: 'error', id: 1, code: 'unreadable', message: 'It is cut.' }]);
  viewer.receive(openReport(2));
  expect(viewer.problem).toBeNull();
  answer(null);
  await rest();
  expect(said.at(-1)).toMatchObject({ type: 'error', id: 2, code: 'unreadable' });
});

test('the last that was opened is shown, whatever comes first', async () => {
  viewer.receive(openReport(1));
  const first = answer;
  viewer.receive(opening(2, 'b.xml'));
  const second = answer;
  second(null);
  await rest();
  first({ report, remarks: [] });
  await rest();
  expect(session.entries.map(({ path }) => path)).toEqual(['b.xml']);
  expect(said).toMatchObject([
    { type: 'error', id: 1, code: 'replaced' },
    { type: 'findings', id: 2, findings: [] },
  ]);
});

test('nothing can be opened too, and takes away what was there', async () => {
  viewer.receive(openReport(1));
  answer({ report, remarks: [] });
  await rest();
  viewer.receive({ type: 'open', id: 2, opening: { what: 'nothing' } });
  await rest();
  expect(session.empty).toBe(true);
  expect(said).toHaveLength(1);
});

test('a finding that is chosen before it is known is chosen once it is', async () => {
  viewer.receive(openReport(1));
  viewer.receive({ type: 'select', id: 2, index: 1 });
  answer({ report, remarks: [] });
  await rest();
  expect(session.currentFinding).toBe(findings[1]);
  viewer.receive({ type: 'select', id: 3, index: null });
  expect(session.currentFinding).toBeNull();
  viewer.receive({ type: 'select', id: 4, index: 2 });
  expect(said.at(-1)).toMatchObject({ type: 'error', id: 4, code: 'no-such-finding' });
});

test('a choice is told to the other side, not back to where it came from', async () => {
  viewer.receive(openReport(1));
  answer({ report, remarks: [] });
  await rest();
  said.length = 0;
  viewer.receive({ type: 'select', id: 2, index: 1 });
  viewer.chosen(session.currentFinding);
  expect(said).toEqual([]);
  viewer.chosen(findings[0] ?? null);
  viewer.chosen(null);
  expect(said).toEqual([{ type: 'select', id: 1, index: 0 }]);
});

test('a height is told once, and again for what is opened next', () => {
  viewer.receive(openReport(1));
  viewer.grown(400.2);
  viewer.grown(400.4);
  viewer.receive({ type: 'open', id: 2, opening: { what: 'nothing' } });
  viewer.grown(401);
  expect(said.filter(({ type }) => type === 'height')).toEqual([
    { type: 'height', id: 1, height: 401 },
    { type: 'height', id: 2, height: 401 },
  ]);
});

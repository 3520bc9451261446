import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Inspection } from '../engine/inspection';
import type { Finding } from '../findings/finding';
import type { Source } from '../intake/source';
import { Session } from '../session.svelte';
import { Project } from './project';
import { keptBytesAtMost, keptSession, reopen } from './reload';
import { aFinding, aReport, aSource } from './testing';

const tool = { name: 'Scrutineer', version: '1' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A session that finds the given in files, and never ends with files that are called `slow`. */
function aSession(findingsIn: (path: string) => Finding[] = (path) => [aFinding(path)]): Session {
  return new Session({
    project: new Project(),
    version: tool.version,
    inspector: {
      inspect: ({ path }) =>
        path.includes('slow')
          ? new Promise<Inspection>(() => undefined)
          : Promise.resolve({ type: 'file', report: aReport(path, findingsIn(path)) }),
    },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: {
      stats: () => Promise.reject(new Error('not asked for')),
      clear: () => Promise.resolve(),
    },
    onCrash: (error) => {
      throw error;
    },
  });
}

async function add(session: Session, sources: Source[], findings: Finding[] = []): Promise<void> {
  await session.add(() => [{ sources, findings }]);
  await vi.advanceTimersByTimeAsync(300);
}

/** What another page, of another version, makes of what was kept. */
async function after(session: Session, findingsIn?: (path: string) => Finding[]): Promise<Session> {
  const next = aSession(findingsIn);
  await reopen(next, structuredClone(keptSession(session)));
  await vi.advanceTimersByTimeAsync(300);
  return next;
}

function paths(session: Session): string[] {
  return session.entries.map(({ path }) => path);
}

it('keeps nothing where nothing is open', async () => {
  expect(keptSession(aSession())).toBeNull();
  expect(paths(await after(aSession()))).toEqual([]);
});

it('opens files again, checks them anew, and shows what was shown', async () => {
  const session = aSession();
  await add(session, [aSource('b.xml'), aSource('a.xml'), aSource('slow.xml')]);
  const entry = session.entryAt('a.xml');
  if (entry) session.selectFinding(entry, entry.findings[0] ?? aFinding('a.xml'));
  session.stage.tab = 'outline';
  const next = await after(session, (path) => [aFinding(path), aFinding(path, { line: 2 })]);
  expect(paths(next)).toEqual(['b.xml', 'a.xml', 'slow.xml']);
  expect(next.entryAt('a.xml')?.findings).toHaveLength(2);
  expect(next.selected?.path).toBe('a.xml');
  expect(next.currentFinding).toBe(next.entryAt('a.xml')?.findings[0]);
  expect(next.allFiles).toBe(true);
  expect(next.stage.tab).toBe('outline');
});

it('shows a single file as it was', async () => {
  const session = aSession();
  await add(session, [aSource('a.xml')]);
  const next = await after(session);
  expect(next.allFiles).toBe(false);
  expect(next.selected?.path).toBe('a.xml');
});

it('keeps what could not be reached, and what an archive said of itself', async () => {
  const session = aSession();
  await add(session, [aSource('a.xml')], [aFinding('gone.xml', { message: 'It is gone' })]);
  const next = await after(session);
  expect(paths(next)).toEqual(['a.xml', 'gone.xml']);
  expect(next.entryAt('gone.xml')).toMatchObject({ source: null, received: null });
  expect(next.entryAt('gone.xml')?.findings[0]?.message).toBe('It is gone');
});

it('does not open twice what comes out of an archive', async () => {
  const session = aSession();
  await add(session, [aSource('a.zip'), aSource('a.zip/b.xml'), aSource('other/b.xml')]);
  expect(paths(await after(session))).toEqual(['a.zip', 'other/b.xml']);
});

it('keeps reports that were made elsewhere as they are', async () => {
  const session = aSession();
  const from = { way: 'file', tool, name: 'a.json', remarks: ['It was cut.'] } as const;
  const report = aReport('a.xml', [aFinding('a.xml')]);
  session.openReport({ tool, files: [report], rules: [], excerpts: null }, from);
  const linked = aReport('b.xml', [aFinding('b.xml')]);
  session.openReport(
    { tool, files: [linked], rules: [], excerpts: null },
    { ...from, way: 'link' },
  );
  const next = await after(session);
  // What came in a link comes again by the link, which the address still holds.
  expect(paths(next)).toEqual(['a.xml']);
  expect(next.entryAt('a.xml')).toMatchObject({ source: null, received: from, report });
});

it('keeps reports alone where files are too large, and says what is lost', async () => {
  const session = aSession();
  const large = new Blob(['<a/>']);
  Object.defineProperty(large, 'size', { value: keptBytesAtMost });
  await add(session, [aSource('a.xml', { bytes: large }), aSource('b.xml'), aSource('slow.xml')]);
  const next = await after(session);
  expect(paths(next)).toEqual(['a.xml', 'b.xml']);
  expect(next.entryAt('b.xml')).toMatchObject({ source: null, received: { way: 'earlier', tool } });
  expect(next.entryAt('b.xml')?.received?.remarks[0]).toMatch(/too large to be kept/);
  expect(next.notices.list.map(({ text }) => text)).toEqual([
    'One file was too large to be kept over the reload before being checked.',
  ]);
});

it.each([undefined, null, 3, {}, { form: 2, files: [] }, { form: 1, files: 'none' }])(
  'takes no notice of %j',
  async (kept) => {
    const session = aSession();
    await reopen(session, kept);
    expect(session.empty).toBe(true);
  },
);

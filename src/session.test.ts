import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InspectEvents, Inspection, InspectOptions } from './engine/inspection';
import type { Finding } from './findings/finding';
import type { Source } from './intake/source';
import { Session } from './session.svelte';
import { Project } from './session/project';
import { aFinding, aReport, aSource } from './session/testing';

/** A check under way, to be driven by a test. */
interface Call {
  source: Source;
  tape: boolean;
  options: InspectOptions;
  events: InspectEvents;
  aborted(): boolean;
  /** `epoch`: the state of the files at hand that it asked for, where it did. */
  finish(findings?: Finding[], epoch?: number): void;
  unfold(entries: Source[]): void;
  crash(): void;
}

let calls: Call[];
let session: Session;
let project: Project;
let crashes: unknown[];

/** Lets promises settle and the next frame come. */
async function frame(): Promise<void> {
  await vi.advanceTimersByTimeAsync(300);
}

function call(path: string): Call {
  const found = calls.findLast(({ source }) => source.path === path);
  if (!found) throw new Error(`${path} was never inspected`);
  return found;
}

async function add(...sources: Source[]): Promise<void> {
  await session.add(() => [{ sources, findings: [] }]);
  await frame();
}

function paths(): string[] {
  return session.entries.map(({ path }) => path);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  calls = [];
  crashes = [];
  project = new Project();
  session = new Session({
    project,
    inspector: {
      inspect: (source, options, events, signal) =>
        new Promise<Inspection>((resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new DOMException('Cancelled', 'AbortError'));
          });
          calls.push({
            source,
            tape: options.tape,
            options,
            events,
            aborted: () => signal.aborted,
            finish: (findings = [], epoch) => {
              const report = aReport(source.path, findings);
              resolve({ type: 'file', report, ...(epoch === undefined ? {} : { epoch }) });
            },
            unfold: (entries) => {
              resolve({ type: 'archive', entries, report: null });
            },
            crash: () => {
              reject(new Error('Out of luck'));
            },
          });
        }),
    },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: { stats: () => Promise.reject(new Error('unused')), clear: () => Promise.resolve() },
    onCrash: (error) => crashes.push(error),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  expect(crashes).toEqual([]);
});

describe('what is added', () => {
  it('is opened at once, elements and all, when it is a single file', async () => {
    await add(aSource('a.xml'));
    expect(session.selected?.path).toBe('a.xml');
    expect(session.allFiles).toBe(false);
    expect(calls.map(({ tape }) => tape)).toEqual([true]);
    call('a.xml').events.tape?.(new ArrayBuffer(32));
    expect(session.outline?.batches).toHaveLength(1);
    call('a.xml').finish();
    await frame();
    expect(session.outline?.state).toBe('complete');
    expect(session.busy).toBe(false);
  });

  it('is listed when there are several', async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    expect(session.selected).toBeNull();
    expect(session.allFiles).toBe(true);
    expect(calls.map(({ tape }) => tape)).toEqual([false, false]);
  });

  it('gets a name of its own when two come under one at a time', async () => {
    await add(aSource('a.xml'), aSource('a.xml'));
    expect(paths()).toEqual(['a.xml', 'a (2).xml']);
    expect(calls.map(({ source }) => source.path)).toEqual(['a.xml', 'a (2).xml']);
  });

  it('takes the place of what came under its name before', async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    const older = call('a.xml');
    await add(aSource('a.xml'));
    expect(paths()).toEqual(['a.xml', 'b.xml']);
    expect(older.aborted()).toBe(true);
    expect(session.selected?.path).toBe('a.xml');
  });

  it('says what could not be reached', async () => {
    await session.add(() => [{ sources: [], findings: [aFinding('folder')] }]);
    await frame();
    expect(session.entries[0]?.report?.counts.error).toBe(1);
    expect(session.findings.list.order).toHaveLength(1);
  });

  it('tells of an intake that failed in one line', async () => {
    await session.add(() => Promise.reject(new Error('The sample is not there.')));
    expect(session.notices.list.map(({ text }) => text)).toEqual(['The sample is not there.']);
    expect(session.busy).toBe(false);
  });
});

describe('the folder of a file that was given alone', () => {
  it('shows the file in its place', async () => {
    await add(aSource('a.xml', { size: 7 }));
    const [alone] = session.entries;
    if (!alone) throw new Error('A file was added');
    session.expectFolderOf(alone);
    await add(aSource('p/b.xml'), aSource('p/q/a.xml', { size: 7 }));
    expect(paths()).toEqual(['p/b.xml', 'p/q/a.xml']);
    expect(session.selected?.path).toBe('p/q/a.xml');
  });

  it('leaves the file where it is, if it is another one', async () => {
    await add(aSource('a.xml', { size: 7 }));
    const [alone] = session.entries;
    if (!alone) throw new Error('A file was added');
    session.expectFolderOf(alone);
    await add(aSource('p/b.xml'), aSource('p/a.xml', { size: 8 }));
    expect(paths()).toEqual(['a.xml', 'p/b.xml', 'p/a.xml']);
  });
});

describe('an archive', () => {
  it('makes room for what is in it', async () => {
    await add(aSource('x.zip'), aSource('z.xml'));
    call('x.zip').unfold([aSource('x.zip/a.xml'), aSource('x.zip/b.xml')]);
    await frame();
    expect(paths()).toEqual(['x.zip/a.xml', 'x.zip/b.xml', 'z.xml']);
    expect(calls).toHaveLength(4);
  });

  it('with a single file is that file', async () => {
    await add(aSource('x.zip'));
    call('x.zip').unfold([aSource('x.zip/a.xml')]);
    await frame();
    expect(session.selected?.path).toBe('x.zip/a.xml');
    expect(call('x.zip/a.xml').tape).toBe(true);
  });

  it('of many files is listed whole and in order', async () => {
    await add(aSource('x.zip'), aSource('z.xml'));
    const members = Array.from({ length: 1200 }, (_, i) => `x.zip/${i}.xml`);
    call('x.zip').unfold(members.map((path) => aSource(path)));
    await frame();
    expect(paths()).toEqual([...members, 'z.xml']);
  });

  it('is gone when everything was taken away meanwhile', async () => {
    await add(aSource('x.zip'));
    call('x.zip').unfold(Array.from({ length: 1200 }, (_, i) => aSource(`x.zip/${i}.xml`)));
    await Promise.resolve();
    session.clear();
    await frame();
    expect(paths()).toEqual([]);
  });
});

describe('while it is checked', () => {
  it('shows findings and progress before the report, and keeps the chosen finding', async () => {
    await add(aSource('a.xml', { size: 100 }));
    const told = [aFinding('a.xml', { line: 1 }), aFinding('a.xml', { line: 2 })];
    call('a.xml').events.progress?.(50, 100);
    call('a.xml').events.findings?.(told);
    await frame();
    expect(session.progress).toMatchObject({ files: 1, filesDone: 0, bytes: 100, bytesDone: 50 });
    session.step(1);
    session.step(1);
    expect(session.currentFinding).toBe(told[1]);
    const final = structuredClone(told);
    call('a.xml').finish(final);
    await frame();
    expect(session.currentFinding).toBe(final[1]);
    expect(session.progress).toMatchObject({ filesDone: 1, bytesDone: 100 });
  });

  it('can be cancelled alone, and the rest goes on', async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    const [a, b] = session.entries;
    if (!a || !b) throw new Error('Two files were added');
    session.cancel(a);
    call('b.xml').finish();
    await frame();
    expect([a.state, b.state]).toEqual(['cancelled', 'done']);
    expect(session.busy).toBe(false);
  });

  it('can be cancelled altogether, those too that nobody has begun', async () => {
    await add(...Array.from({ length: 600 }, (_, i) => aSource(`${i}.xml`)));
    session.cancelAll();
    await frame();
    expect(new Set(session.entries.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    expect(session.busy).toBe(false);
    expect(session.totals.standings.failed).toBe(600);
  });

  it('says so when the check itself breaks', async () => {
    await add(aSource('a.xml'));
    call('a.xml').crash();
    await frame();
    expect(session.entries[0]?.state).toBe('failed');
    expect(session.entries[0]?.status.failure).toContain('Out of luck');
    expect(session.outline?.state).toBe('partial');
  });
});

describe('how long it took', () => {
  it('is noted once it is on the screen, kept results included', async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    call('a.xml').finish();
    await frame();
    expect(session.performance.totals.files).toBe(1);
    call('b.xml').crash();
    await frame();
    expect(session.performance.totals).toMatchObject({ files: 2, broken: 1 });
    expect(session.performance.runs.map(({ path }) => path)).toEqual(['b.xml', 'a.xml']);
  });

  it('is measured closely while somebody watches, and anew where that is asked for', async () => {
    await add(aSource('a.xml'));
    expect(call('a.xml').options).not.toHaveProperty('detail');
    call('a.xml').finish();
    await frame();
    const stop = session.performance.watch();
    session.recheck(undefined, true);
    expect(call('a.xml').options).toMatchObject({ detail: true, fresh: true });
    call('a.xml').finish();
    await frame();
    stop();
    session.recheck();
    const { options } = call('a.xml');
    expect(options).not.toHaveProperty('detail');
    expect(options).not.toHaveProperty('fresh');
  });
});

describe('other settings', () => {
  it('have what is at hand checked again, once the hand rests, and keep what is looked at', async () => {
    await add(aSource('a.xml'));
    expect(call('a.xml').options).toMatchObject({ level: 'project' });
    const finding = aFinding('a.xml');
    call('a.xml').finish([finding]);
    await frame();
    session.step(1);
    const { outline } = session;
    session.settings.change({ preset: 'fast' });
    session.settings.change({ preset: 'strict' });
    await frame();
    expect(calls).toHaveLength(2);
    expect(call('a.xml').options.settings).toEqual({ preset: 'strict' });
    call('a.xml').events.insight?.({ values: [], tables: [] });
    call('a.xml').finish([finding]);
    await frame();
    expect(session.currentFinding).toBe(finding);
    expect(session.outline).toBe(outline);
    expect(outline?.insight).not.toBeNull();
  });

  it('reach files that are under way when they end', async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    session.settings.change({ preset: 'fast' });
    await frame();
    expect(calls).toHaveLength(2);
    call('a.xml').finish();
    await frame();
    expect(calls.slice(2).map(({ options }) => options.level)).toEqual(['structure']);
    expect(session.entries[0]?.pending).toBe(true);
  });

  it('come from a file among the others, for those in its folder, until it is gone', async () => {
    // Reading it takes tasks of its own.
    vi.useRealTimers();
    const bytes = new Blob(['{"preset":"strict"}']);
    const sources = [
      aSource('a/.scrutineer.json', { bytes }),
      aSource('a/b.xml'),
      aSource('c/d.xml'),
    ];
    await session.add(() => [{ sources, findings: [] }]);
    expect(call('a/b.xml').options.settings?.preset).toBe('strict');
    expect(call('c/d.xml').options.settings?.preset).toBe('standard');
    for (const { finish } of calls) finish();
    await vi.waitFor(() => expect(session.busy).toBe(false));
    const [config] = session.entries;
    if (!config) throw new Error('A settings file was added');
    expect(config.state).toBe('done');
    session.remove(config);
    await vi.waitFor(() => expect(calls).toHaveLength(3));
    expect(call('a/b.xml').options.settings?.preset).toBe('standard');
  });

  it('that say the same change nothing', async () => {
    await add(aSource('a.xml'));
    call('a.xml').finish();
    await frame();
    session.settings.change({ preset: 'standard', rules: {} });
    await frame();
    expect(calls).toHaveLength(1);
  });
});

describe('looking at', () => {
  beforeEach(async () => {
    await add(aSource('a.xml'), aSource('b.xml'));
    call('a.xml').finish([aFinding('a.xml', { severity: 'warning' })]);
    call('b.xml').finish([aFinding('b.xml')]);
    await frame();
  });

  it('findings goes from file to file, obeys the filter and opens groups', () => {
    session.findings.collapseAll();
    session.step(1);
    expect(session.selected?.path).toBe('a.xml');
    expect(session.findings.collapsed.size).toBe(1);
    session.step(1);
    expect(session.selected?.path).toBe('b.xml');
    session.findings.toggleSeverity('warning');
    session.step(1);
    expect(session.selected?.path).toBe('b.xml');
  });

  it('another file reads its elements and lists its findings only', async () => {
    const [, b] = session.entries;
    if (!b) throw new Error('Two files were added');
    session.select(b);
    await frame();
    expect(call('b.xml').tape).toBe(true);
    expect(session.findings.list.order.map(({ finding }) => finding.path)).toEqual(['b.xml']);
    session.selectAll();
    expect(session.findings.list.order).toHaveLength(2);
  });

  it('many files in a row reads the elements of the last one only', async () => {
    const before = calls.length;
    session.step(1);
    await frame();
    for (let i = 0; i < 3; i++) session.step(1);
    await frame();
    expect(calls.slice(before).map(({ source }) => source.path)).toEqual(['a.xml', 'b.xml']);
  });

  it('a place in a file that is not here says so', () => {
    session.showPlace({ path: 'c.xml', span: aFinding('c.xml').span, message: '' });
    expect(session.notices.list).toHaveLength(1);
  });

  it('places that a finding points at goes there, and back', () => {
    const [a, b] = session.entries;
    const finding = a?.findings[0];
    if (!a || !b || !finding) throw new Error('Two files were added');
    const there = { path: 'b.xml', span: aFinding('b.xml', { line: 3 }).span, message: 'There' };
    const gone = { ...there, path: 'c.xml' };
    finding.related = [gone, there];
    session.selectFinding(a, finding);
    session.nextRelated();
    expect([session.selected, session.place]).toEqual([b, there]);
    expect(session.currentFinding).toBe(finding);
    session.nextRelated();
    expect([session.selected, session.place]).toEqual([a, null]);
  });

  it('nothing any more after all is cleared', () => {
    session.step(1);
    session.clear();
    expect(session.empty).toBe(true);
    expect(session.selected).toBeNull();
    expect(session.outline).toBeNull();
    expect(session.findings.list.total).toBe(0);
  });
});

describe('the files around a file', () => {
  const found = (path: string) => aSource(path, { origin: 'found' });

  it('are those at hand, all that are still to come included', async () => {
    let more: (() => void) | undefined;
    const coming = new Promise<void>((resolve) => (more = resolve));
    async function* walk() {
      yield { sources: [found('dir/a.xosc')], findings: [] };
      yield { sources: [found('dir/b.xosc')], findings: [] };
      await coming;
      yield { sources: [found('dir/c.xosc')], findings: [] };
    }
    const adding = session.add(walk);
    await frame();
    expect(project.sourceAt('dir/a.xosc')).not.toBeNull();
    expect(project.listing).not.toBeNull();
    more?.();
    await frame();
    await adding;
    expect(project.listing).toBeNull();
    expect(project.sourceAt('dir/c.xosc')).not.toBeNull();
  });

  it('are those in its archive', async () => {
    await add(aSource('a.zip'));
    call('a.zip').unfold([found('a.zip/a.xosc'), found('a.zip/roads/b.xodr')]);
    await frame();
    expect(project.listing).toBeNull();
    expect(project.list('a.zip/roads')?.names.has('b.xodr')).toBe(true);
    session.clear();
    expect(project.list('a.zip/roads')).toBeNull();
  });

  it('are asked for again when more have come, by those that asked', async () => {
    await add(found('s/a.xosc'), found('s/b.xosc'));
    call('s/a.xosc').finish([], project.epoch);
    call('s/b.xosc').finish();
    await frame();
    expect(calls).toHaveLength(2);
    await add(found('roads/c.xodr'));
    expect(calls.map(({ source }) => source.path)).toEqual([
      's/a.xosc',
      's/b.xosc',
      'roads/c.xodr',
      's/a.xosc',
    ]);
    call('roads/c.xodr').finish();
    call('s/a.xosc').finish([], project.epoch);
    await frame();
    expect(session.busy).toBe(false);
    expect(calls).toHaveLength(4);
  });
});

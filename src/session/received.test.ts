import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../findings/finding';
import { reportDocument } from '../findings/reportDocument';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';
import { Session } from '../session.svelte';
import type { FileEntry } from './entry.svelte';
import { hashOf } from './hashOf';
import { aFinding, aProvenance, aReport, aSource } from './testing';

/** What is checked here has this one finding. */
const foundHere = 'Found here';

let session: Session;
let checked: string[];

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  const seen: string[] = [];
  checked = seen;
  // What a session of an earlier test still has to do is none of this one's.
  const own: Session = new Session({
    inspector: {
      inspect: ({ path }, { tape }) => {
        // What is looked at has its elements read, which is no check.
        if (!tape || !own.entryAt(path)?.received) seen.push(path);
        const report = aReport(path, [aFinding(path, { message: foundHere })]);
        return Promise.resolve({ type: 'file', report });
      },
    },
    readReport: (form, bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (text.includes('broken')) return Promise.resolve({ problem: 'It is broken.' });
      const tool = { name: form, version: '' };
      const files = text.includes('a.xml') ? [aReport('a.xml', [aFinding('a.xml')])] : [];
      return Promise.resolve({ document: reportDocument(tool, files, []), remarks: ['Read.'] });
    },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: { stats: () => Promise.reject(new Error('not used')), clear: () => Promise.resolve() },
    onCrash: (error) => {
      throw error;
    },
  });
  session = own;
});

/** Waits until what has been begun is shown, and has come to its end. */
async function settled(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await vi.waitFor(() => {
    expect(session.busy || session.entries.some(({ pending }) => pending)).toBe(false);
  });
  await frame();
}

async function add(...sources: Source[]): Promise<void> {
  await session.add(() => [{ sources, findings: [] }]);
  await settled();
}

/** A file with this content, and a report on it that was made elsewhere. */
async function aPair(path: string, content = '<a/>'): Promise<[Source, FileReport]> {
  const source = aSource(path, { bytes: new Blob([content]), size: content.length });
  const hash = await hashOf(source);
  if (hash === null) throw new Error('Nothing to hash with');
  const findings: Finding[] = [aFinding(path, { message: 'Found elsewhere' })];
  return [source, aReport(path, findings, { hash: hash.slice(0, 24), size: content.length })];
}

function open(...reports: FileReport[]): void {
  session.openReport(
    reportDocument({ name: 'Scrutineer', version: '1.0.0' }, reports, []),
    aProvenance(),
  );
}

function at(path: string): FileEntry {
  const entry = session.entryAt(path);
  if (!entry) throw new Error(`Nothing at ${path}`);
  return entry;
}

function messages(path: string): string[] {
  return at(path).findings.map(({ message }) => message);
}

function paths(): string[] {
  return session.entries.map(({ path }) => path);
}

describe('a received report', () => {
  it('is shown as it came when its file is dropped, and checked when that is asked for', async () => {
    const [source, report] = await aPair('a.xml');
    open(report);
    expect(at('a.xml').source).toBeNull();
    await add(source);
    expect(paths()).toEqual(['a.xml']);
    expect(messages('a.xml')).toEqual(['Found elsewhere']);
    expect(at('a.xml').arrival?.joined?.by).toBe('content');
    expect(checked).toEqual([]);

    session.recheck();
    await settled();
    expect(messages('a.xml')).toEqual(['Found elsewhere']);

    session.recheck([at('a.xml')]);
    await settled();
    expect(messages('a.xml')).toEqual([foundHere]);
    expect(at('a.xml').received).toBeNull();
    expect(at('a.xml').arrival?.report).toMatchObject({
      findings: [{ message: 'Found elsewhere' }],
    });
  });

  it('goes to the path of its file, with what is looked at', async () => {
    const [source, report] = await aPair('a.xml');
    open(report);
    const [finding] = at('a.xml').findings;
    if (finding) session.selectFinding(at('a.xml'), finding);
    await add({ ...source, path: 'project/b.xml' });
    expect(paths()).toEqual(['project/b.xml']);
    expect(session.selected).toBe(at('project/b.xml'));
    expect(session.currentFinding).toMatchObject({
      path: 'project/b.xml',
      message: 'Found elsewhere',
    });
  });

  it('stands aside for another version of its file', async () => {
    const [, report] = await aPair('a.xml');
    const [other] = await aPair('a.xml', '<b/>');
    open(report);
    await add(other);
    expect(paths()).toEqual(['a (received).xml', 'a.xml']);
    expect(messages('a.xml')).toEqual([foundHere]);
    expect(messages('a (received).xml')).toEqual(['Found elsewhere']);
    expect(at('a (received).xml').arrival).toMatchObject({
      otherVersion: 'a.xml',
      joined: null,
      report: { path: 'a.xml' },
    });
  });

  it('is joined with a file that was here before, which stays as it was checked', async () => {
    const [source, report] = await aPair('a.xml');
    await add(source);
    open(report);
    await vi.waitFor(() => {
      expect(at('a (received).xml').arrival?.joined).toMatchObject({
        by: 'content',
        here: 'a.xml',
        source: { path: 'a (received).xml' },
      });
    });
    expect(messages('a.xml')).toEqual([foundHere]);
  });

  it('is joined by name and size where it tells no hash', async () => {
    const [source, report] = await aPair('a.xml');
    delete report.hash;
    open(report);
    await add({ ...source, path: 'folder/a.xml' });
    expect(at('folder/a.xml').arrival?.joined?.by).toBe('name');
  });

  it('takes its file again when that is dropped again, and keeps what it said past later checks', async () => {
    const [source, report] = await aPair('a.xml');
    const [changed] = await aPair('a.xml', '<b/>');
    open(report);
    await add(source);
    await add({ ...source });
    expect(paths()).toEqual(['a.xml']);
    session.recheck([at('a.xml')]);
    await settled();
    await add(changed);
    expect(paths()).toEqual(['a.xml']);
    expect(at('a.xml').received).toBeNull();
    expect(at('a.xml').arrival?.report.findings).toHaveLength(1);
  });

  it('on several files takes those that come, and the others are files of their own', async () => {
    const pairs = await Promise.all([aPair('f/a.xml', '<a/>'), aPair('f/b.xml', '<b/>')]);
    open(...pairs.map(([, report]) => report));
    const [first] = pairs;
    if (!first) throw new Error('No pair');
    await add(first[0], aSource('f/c.xml', { bytes: new Blob(['<c/>']) }));
    expect(session.entries.map(({ path, source }) => [path, source !== null])).toEqual([
      ['f/a.xml', true],
      ['f/b.xml', false],
      ['f/c.xml', true],
    ]);
    expect(checked).toEqual(['f/c.xml']);
  });

  it('leaves nothing behind when everything is taken away', async () => {
    const [source, report] = await aPair('a.xml');
    open(report);
    session.clear();
    await add(source);
    expect(messages('a.xml')).toEqual([foundHere]);
    expect(at('a.xml').arrival).toBeNull();
  });
});

describe('a file with a report in it', () => {
  function xqar(path: string, content: string): Source {
    return aSource(path, { bytes: new Blob([`<CheckerResults>${content}</CheckerResults>`]) });
  }

  it('opens as the report that it is, beside the documents that come with it', async () => {
    await add(xqar('r.xqar', 'a.xml'), aSource('b.xml', { bytes: new Blob(['<b/>']) }));
    expect(paths()).toEqual(['a.xml', 'b.xml']);
    expect(at('a.xml').received).toEqual({
      way: 'file',
      tool: { name: 'xqar', version: '' },
      name: 'r.xqar',
      remarks: ['Read.'],
    });
    expect(checked).toEqual(['b.xml']);
  });

  it('that cannot be read is a finding, also after all is checked again, until a better one comes', async () => {
    await add(xqar('r.xqar', 'broken'));
    expect(messages('r.xqar')).toEqual(['It is broken.']);
    session.recheck();
    await settled();
    expect(messages('r.xqar')).toEqual(['It is broken.']);
    await add(xqar('r.xqar', 'a.xml'));
    expect(paths()).toEqual(['a.xml']);
  });

  it('on no file says so', async () => {
    await add(xqar('r.xqar', ''));
    expect(session.empty).toBe(true);
    expect(session.notices.list.map(({ text }) => text)).toEqual([
      'r.xqar is a report on no file.',
    ]);
  });
});

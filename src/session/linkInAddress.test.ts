import { beforeEach, expect, test, vi } from 'vitest';
import { linkFor } from '../findings/link/linkFor';
import { reportDocument } from '../findings/reportDocument';
import { Session } from '../session.svelte';
import { followLink } from './linkInAddress.svelte';
import { aFinding, aReport } from './testing';

let session: Session;
let fragment: string;
let changed: () => void;

beforeEach(() => {
  session = new Session({
    inspector: { inspect: () => Promise.reject(new Error('unused')) },
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: { stats: () => Promise.reject(new Error('unused')), clear: () => Promise.resolve() },
    onCrash: (error) => {
      throw error;
    },
  });
});

async function linkTo(...paths: string[]): Promise<string> {
  const files = paths.map((path) => aReport(path, [aFinding(path, { help: 'Mend it.' })]));
  const report = reportDocument({ name: 'Elsewhere', version: '3' }, files, []);
  const wish = { base: '', budget: 1900, excerpts: false, folders: true } as const;
  return (await linkFor(report, wish, [], new AbortController().signal)).url;
}

/** Begins the page with a fragment in its address. */
async function begin(first: string): Promise<void> {
  fragment = first;
  followLink(
    session,
    {
      fragment: () => fragment,
      onFragment: (listener) => {
        changed = listener;
      },
      dropFragment: () => {
        fragment = '';
      },
    },
    (error) => {
      throw error;
    },
  );
  await settled();
}

async function settled(): Promise<void> {
  const settle = (): void => expect(session.gathering).toBe(0);
  await vi.waitFor(settle, { timeout: 20_000 });
}

function paths(): string[] {
  return session.entries.map(({ path }) => path);
}

function notices(): string[] {
  return session.notices.list.map(({ text }) => text);
}

test('a link in the address shows its report, as received', async () => {
  await begin(await linkTo('a.xml', 'b.xml'));
  expect(paths()).toEqual(['a.xml', 'b.xml']);
  expect(session.findings.list.total).toBe(2);
  expect(session.entries[0]?.received).toMatchObject({
    way: 'link',
    tool: { name: 'Elsewhere', version: '3' },
    remarks: [],
  });
  expect(notices()).toEqual([]);
});

test('another link takes the place of the one before, and of nothing else', async () => {
  await begin(await linkTo('a.xml'));
  session.openReport(reportDocument({ name: 'x', version: '' }, [aReport('own.xml', [])], []), {
    way: 'file',
    tool: { name: 'x', version: '' },
    name: 'own.json',
    remarks: [],
  });
  fragment = await linkTo('c.xml');
  changed();
  await settled();
  expect(paths()).toEqual(['own.xml', 'c.xml']);
});

test('a link that was cut shows what is left, and says so', async () => {
  const whole = await linkTo(...Array.from({ length: 30 }, (_, at) => `file-${at * 7919}.xml`));
  await begin(whole.slice(0, -20));
  expect(paths().length).toBeGreaterThan(0);
  expect(session.entries[0]?.received?.remarks[0]).toMatch(/^The link was cut on its way: 20 of/);
});

test.each([
  ['too little is left', '#r1.500.AAAAAA.AAA', /^The link was cut on its way, and too little/],
  ['it was altered', '#r1.3.AAAAAA.abc', /^The link was altered on its way/],
  ['it is newer', '#r9.3.AAAAAA.abc', /^The link was made by a newer version/],
])('where %s, that is told, and nothing opens', async (_, link, message) => {
  await begin(link);
  expect(paths()).toEqual([]);
  expect(notices()).toEqual([expect.stringMatching(message)]);
});

test('a link to a report on no file says so', async () => {
  await begin(await linkTo());
  expect(paths()).toEqual([]);
  expect(notices()).toEqual(['The report in the link speaks of no file.']);
});

test.each(['', 'section'])('“%s” behind the # is no link', async (other) => {
  await begin(other);
  expect(paths()).toEqual([]);
  expect(notices()).toEqual([]);
});

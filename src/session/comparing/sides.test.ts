import { describe, expect, test } from 'vitest';
import type { FileEntry } from '../entry.svelte';
import { receivedEntry } from '../intakeEntries';
import type { Provenance } from '../provenance';
import { aFinding, aReport, aSource, checkedFile, doneEntry } from '../testing';
import { sameSide, sidesOf, usualPair } from './sides';

function from(name: string | null, way: Provenance['way'] = 'file'): Provenance {
  return { way, tool: { name: 'Other', version: '2' }, name, remarks: [] };
}

function received(path: string, provenance: Provenance): FileEntry {
  return receivedEntry(path, aReport('its/own.xml', [aFinding(path)]), provenance);
}

/** What is offered, by title, with the number of files. */
function offered(entries: FileEntry[], earlier = new Map<string, FileEntry>()): string[] {
  return sidesOf(entries, earlier).map(({ title, files }) => `${title}: ${files.length}`);
}

/** What is compared of itself. */
function usual(entries: FileEntry[], earlier = new Map<string, FileEntry>()): string | null {
  const pair = usualPair(sidesOf(entries, earlier));
  return pair && `${pair.before.title} > ${pair.after.title}`;
}

describe('what can be compared', () => {
  test('is each report that was received, as it came, and what was checked here', () => {
    const [report, link] = [from('r.json'), from(null, 'link')];
    const entries = [
      received('a.xml', report),
      checkedFile('b.xml'),
      received('c.xml', link),
      received('d.xml', report),
    ];
    expect(offered(entries)).toEqual(['r.json: 2', 'Report from a link: 1', 'Checked here: 1']);
    expect(sidesOf(entries, new Map())[0]?.files[0]?.report.path).toBe('its/own.xml');
    expect(usual(entries)).toBe('r.json > Checked here');
  });

  test('is a received report and the file that was checked here since', () => {
    const entry = received('a.xml', from('r.json'));
    entry.noteArrival({ checkedHere: true });
    expect(usual([entry])).toBe('r.json > Checked here');
  });

  test('is two received reports, where nothing was checked here', () => {
    const entries = [received('a.xml', from('one')), received('a (2).xml', from('two'))];
    expect(usual(entries)).toBe('one > two');
    expect(usual(entries.slice(1))).toBeNull();
  });

  test('is the state before the last check, with the files that were not checked again', () => {
    const entries = [checkedFile('a.xml'), checkedFile('b.xml', ['error'])];
    const before = checkedFile('b.xml', ['warning']);
    const earlier = new Map([[before.path, before]]);
    expect(usual(entries, earlier)).toBe('Before the last check > Checked here');
    const [side] = sidesOf(entries, earlier);
    expect(side?.files.map(({ report }) => report.counts.warning)).toEqual([0, 1]);
  });

  test('is each folder and file where paths part, the one named as the earlier first', () => {
    const paths = ['p/new/a.xml', 'p/new/b/c.xml', 'p/old/a.xml', 'p/d.xml'];
    const entries = paths.map((path) => checkedFile(path));
    expect(offered(entries)).toEqual(['Checked here: 4', 'p/new/: 2', 'p/old/: 1', 'p/d.xml: 1']);
    expect(usual(entries)).toBe('p/old/ > p/new/');
    expect(usual([checkedFile('b/x.xml'), checkedFile('a/x.xml')])).toBe('b/ > a/');
    expect(usual([checkedFile('p/a.xml')])).toBeNull();
  });

  test('is no file that merely lay there, no settings, and nothing without a report', () => {
    const stranger = doneEntry(
      'notes.txt',
      aReport('notes.txt', [], { format: null, verdict: 'unsupported' }),
      aSource('notes.txt', { origin: 'found' }),
    );
    expect(offered([stranger, checkedFile('.scrutineer.json'), checkedFile('a.xml')])).toEqual([
      'Checked here: 1',
    ]);
    expect(usual([])).toBeNull();
  });

  test('is not so many folders that nobody finds one', () => {
    const entries = Array.from({ length: 101 }, (_, at) => checkedFile(`${at}/a.xml`));
    expect(offered(entries)).toEqual(['Checked here: 101']);
  });
});

test('a side is the same as long as its reports are', () => {
  const [a, b] = [checkedFile('a.xml'), checkedFile('b.xml')];
  const side = (...entries: FileEntry[]) => {
    const [here] = sidesOf(entries, new Map());
    if (!here) throw new Error('There is one');
    return here;
  };
  expect(sameSide(side(a, b), side(a, b))).toBe(true);
  expect(sameSide(side(a, b), side(a))).toBe(false);
  expect(sameSide(side(a), side(checkedFile('a.xml')))).toBe(false);
});

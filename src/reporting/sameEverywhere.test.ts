import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkersHere } from '../cli/checkers';
import { runIn } from '../cli/testing/world';
import { makeEngine } from '../engine/testing/inspect';
import { tokenizerModule } from '../engine/testing/module';
import { reportForms } from '../findings/writers/forms';
import { loadPacks } from '../formats/registry';
import { picked } from '../intake/pick';
import { zipOf } from '../intake/testing/sources';
import { withNeighbours } from '../project/inspector';
import { listRules } from '../rules/list';
import { Session } from '../session.svelte';
import { Project } from '../session/project';

/*
 * What the page saves is, byte for byte, what the command line writes on the same folder.
 */

const samples = join(import.meta.dirname, '../../public/samples');
const sample = (name: string): Buffer => readFileSync(join(samples, name));

/** A folder with much of what folders hold. */
async function content(): Promise<Record<string, string | Uint8Array>> {
  const cutIn = sample('cut-in.xosc');
  const misspelt = sample('misspelt-names.xosc');
  const wide = Buffer.from(
    `\ufeff${misspelt.toString('utf8').replace('encoding="utf-8"', 'encoding="utf-16"')}`,
    'utf16le',
  );
  const folded = Buffer.from(misspelt.toString('utf8').replace(/\n/g, '\r\n'));
  return {
    'cut-in.xosc': cutIn,
    'deep/er/unclosed-tag.xosc': sample('unclosed-tag.xosc'),
    'deep/order-and-values.xosc': sample('order-and-values.xosc'),
    'deep/.scrutineer.json': '{ "rules": { "xml.not_deprecated": "off" } }',
    'empty.xosc': '',
    'motorway.xodr': '<OpenDRIVE><header revMajor="1" revMinor="7"/></OpenDRIVE>\n',
    'notes.txt': 'Not to be checked.\n',
    'packed.xosc.gz': gzipSync(misspelt),
    'cut.xosc.gz': gzipSync(cutIn).subarray(0, 900),
    'wide.xosc': wide,
    'many.zip': await zipOf([
      ['Missing Parts.xosc', sample('missing-parts.xosc')],
      ['ümläut/lines.xosc', folded],
      ['read.me', 'Nothing'],
    ]),
  };
}

let folder = '';
let files: File[] = [];

beforeAll(async () => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  folder = join(mkdtempSync(join(tmpdir(), 'scrutineer-')), 'scenarios');
  for (const [name, bytes] of Object.entries(await content())) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const file = new File([Buffer.from(bytes)], basename(path));
    Object.defineProperty(file, 'webkitRelativePath', { value: path });
    files.push(file);
  }
  files = files.toReversed();
});
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

/** The page, after the folder was chosen and all of it is checked. */
async function page(): Promise<Session> {
  const project = new Project();
  const session = new Session({
    project,
    inspector: withNeighbours(makeEngine(), project, (notice) => {
      throw new Error(notice);
    }),
    preferences: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    cache: { stats: () => Promise.reject(new Error('unused')), clear: () => Promise.resolve() },
    version: '1.2.3',
    rules: async () => listRules(await loadPacks()),
    onCrash: (error) => {
      throw error;
    },
  });
  await session.add(() => picked(files));
  const isChecked = (): boolean =>
    session.entries.some(({ path }) => path.includes('many.zip/')) &&
    session.entries.every(({ state }) => state === 'done');
  await vi.waitFor(() => expect(isChecked()).toBe(true), { timeout: 30_000 });
  return session;
}

function commandLine(...options: string[]): Promise<{ out: string; status: number }> {
  return runIn(['check', folder, ...options], {
    start: (_threads, surroundings) =>
      Promise.resolve(
        checkersHere(tokenizerModule, surroundings, (notice) => {
          throw new Error(notice);
        }),
      ),
  });
}

describe.each([false, true])('with source lines: %s', (excerpts) => {
  const forms = reportForms.filter((form) => form.excerpts || !excerpts);

  test('the page writes what the command line writes', async () => {
    const session = await page();
    const document = await session.document({ excerpts }, new AbortController().signal);
    const paths = document.files.map(({ path }) => path.slice(folder.length + 1));
    expect(paths).toEqual([
      'cut-in.xosc',
      'cut.xosc.gz',
      'deep/er/unclosed-tag.xosc',
      'deep/order-and-values.xosc',
      'empty.xosc',
      'many.zip/Missing Parts.xosc',
      'many.zip/ümläut/lines.xosc',
      'packed.xosc.gz',
      'wide.xosc',
    ]);
    const findings = document.files.flatMap((file) => file.findings);
    expect(findings.length).toBeGreaterThan(20);
    for (const form of forms) {
      const write = await form.load();
      const { out } = await commandLine('-f', form.id, ...(excerpts ? ['--excerpts'] : []));
      expect([...write(document)].join(''), form.id).toBe(out);
    }
  }, 60_000);
});

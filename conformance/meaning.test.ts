import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkersHere } from '../src/cli/checkers';
import { fileSource, gatherPaths } from '../src/cli/gather';
import { FileSystemSurroundings } from '../src/cli/project';
import { tokenizerModule } from '../src/engine/testing/module';
import type { Finding } from '../src/findings/finding';
import { judgedTrue } from './judgedTrue';

/*
 * All levels on real files with all that lies around them: no error but those that were read and judged
 * true, and every mistake found that was planted in them.
 */

const corpus = join(import.meta.dirname, '../../shared/corpus');
const present = existsSync(corpus);

if (!present) {
  console.warn(
    [
      '',
      '  ######################################################################',
      '  #  MEANING NOT CHECKED ON REAL FILES: there are none. They are       #',
      '  #  expected in ../shared/corpus.                                     #',
      '  ######################################################################',
      '',
    ].join('\n'),
  );
}

interface Label {
  path: string;
  verdict: string;
  change?: string;
  where?: string;
  line?: number;
  source?: string;
}

function labelsIn(name: string): Label[] {
  const lines = readFileSync(join(corpus, name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Label);
}

/** What checks files of a folder on all levels; findings are those above structure. */
async function checkerOf(root: string): Promise<(path: string) => Promise<Finding[]>> {
  const { given } = await gatherPaths([root], () => Promise.reject(new Error('No pipes here')));
  const surroundings = new FileSystemSurroundings();
  const { inspector } = checkersHere(tokenizerModule, surroundings, (notice) => {
    throw new Error(notice);
  });
  const sizes = new Map(
    given.flatMap((one) => ('source' in one ? [[one.source.path, one.source.size ?? 0]] : [])),
  );
  const { signal } = new AbortController();
  return async (path) => {
    const source = fileSource(join(root, path), sizes.get(join(root, path)) ?? 0, 'named');
    const options = { level: 'project', tape: false, settings: { preset: 'standard' } } as const;
    const { report } = await inspector.inspect(source, options, {}, signal);
    return (report?.findings ?? []).filter(
      ({ level }) => level === 'semantics' || level === 'project',
    );
  };
}

function nameOf(rule: string): string {
  return rule.slice(rule.lastIndexOf(':') + 1);
}

describe.skipIf(!present)('real valid files', () => {
  test('have no errors but those that were judged true', async () => {
    const findingsIn = await checkerOf(join(corpus, 'files'));
    const errors: string[] = [];
    for (const { path, verdict } of labelsIn('files.jsonl')) {
      if (verdict !== 'valid') continue;
      for (const { severity, rule, code, span } of await findingsIn(path)) {
        if (severity !== 'error' && severity !== 'critical') continue;
        errors.push(`${path}:${span.line} ${nameOf(rule)} ${code}`);
      }
    }
    const judged = judgedTrue.flatMap(({ rule, code, places }) =>
      Object.entries(places).flatMap(([path, lines]) =>
        lines.map((line) => `${path}:${line} ${rule} ${code}`),
      ),
    );
    expect(errors.toSorted()).toEqual(judged.toSorted());
  });
});

/** Expressions that are no mistakes by section 9.2, whatever the checker bundle says of some of them. */
const allowed = [
  '${round(1.5)}',
  '${abs(-1)}',
  '${pow(2, 3)}',
  '${sqrt(4.0) / 2}',
  '${1.0e3}',
  '${max(1, 2)}',
  '${1 % 2}',
  '${sin(1.0)}',
];

/** Whether a planted change is no mistake at all, and why. */
function isHarmless({ change, where = '', path }: Label): boolean {
  if (change === 's_operator') return allowed.some((one) => where.endsWith(`-> ${one}`));
  // A transition may take no time.
  if (change === 's_neg_transition') return where.endsWith("'0'");
  // Groups without private actions need no actors.
  if (change === 's_no_actor') return groupsWithoutActions.some((name) => path.includes(name));
  return false;
}

const groupsWithoutActions = ['m00062', 'm00118', 'm00300', 'm00398'];

describe.skipIf(!present)('planted mistakes', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-planted-'));
    cpSync(join(corpus, 'files'), folder, { recursive: true });
    execFileSync('tar', ['xzf', join(corpus, 'semantic-mutants.tar.gz'), '-C', folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are found where they are', async () => {
    const findingsIn = await checkerOf(folder);
    const before = new Map<string, Set<string>>();
    const missed: string[] = [];
    for (const label of labelsIn('semantic-mutants.jsonl')) {
      const { path, source = '', change, line = 0, where } = label;
      let known = before.get(source);
      if (!known) {
        known = new Set((await findingsIn(source)).map(({ rule, message }) => rule + message));
        before.set(source, known);
      }
      const fresh = (await findingsIn(path)).filter(
        ({ rule, message }) => !known.has(rule + message),
      );
      // What was removed stands nowhere: what referred to it is told. Some tags span two lines.
      const near = fresh.some(
        ({ span, related = [] }) =>
          change === 's_del_entity' ||
          [span, ...related.map((one) => one.span)].some((at) => Math.abs(at.line - line) <= 3),
      );
      if (near === isHarmless(label)) missed.push(`${change}: ${path}:${line} ${where}`);
    }
    expect(missed).toEqual([]);
  });
});

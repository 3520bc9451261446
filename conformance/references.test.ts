import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Model, type Version } from '../src/formats/openscenario/model/model';
import { documentRules } from '../src/formats/openscenario/rules';
import { versions } from '../src/formats/openscenario/tables';
import { readDocument } from '../src/formats/openscenario/testing/document';
import type { Found, RuleInfo } from '../src/rules/rule';
import { RuleRunner } from '../src/rules/runner';

/*
 * What the rules about names, references and the storyboard find in real scenarios, and in real scenarios
 * with a mistake planted in them.
 */

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);

if (!present) {
  console.warn(
    '\n  RULES ABOUT REFERENCES NOT CHECKED ON REAL FILES: there is no ../shared/corpus.\n',
  );
}

const sets = /:(general|naming|reference_control|scenario_logic|storyboard)\./;

/** Every error in a real file: each was read, and the second element has the name of an earlier sibling. */
const judgedTrue = `
esmini+esmini/EnvironmentSimulator/Unittest/xosc/lat_dist_entity.xosc:211 duplicate-name
esmini+esmini/EnvironmentSimulator/Unittest/xosc/lat_dist_road_test.xosc:288 duplicate-name
esmini+esmini/EnvironmentSimulator/code-examples/mixed_control/mixed_control.xosc:137 duplicate-name
esmini+esmini/resources/xosc/acc-test.xosc:262 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:325 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:364 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:403 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:442 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:481 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:520 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:559 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:598 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:637 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:676 duplicate-name
esmini+esmini/resources/xosc/car_walk.xosc:715 duplicate-name
esmini+esmini/resources/xosc/light_state.xosc:523 duplicate-name
esmini+esmini/resources/xosc/traffic_lights.xosc:399 duplicate-name
`;

/** What is planted, and the codes of what is to be found for it. */
const planted = new Map<string, readonly string[]>([
  ['s_del_entity', ['unknown-entity']],
  ['s_entity_ref', ['unknown-entity', 'no-entity-named', 'unknown-parameter', 'undeclared']],
  [
    's_storyboard_ref',
    [
      'unknown-storyboard-element',
      'storyboard-element-of-other-type',
      'storyboard-element-elsewhere',
      'ambiguous-storyboard-element',
      'unknown-parameter',
    ],
  ],
  ['s_no_actor', ['no-actor', 'no-actor-for-catalog']],
  ['s_dup_name', ['duplicate-name', 'duplicate-parameter', 'duplicate-variable']],
  ['s_dup_subtree', ['duplicate-name']],
]);

/** Groups whose actors were taken away and that never needed any: they have no private action. */
const harmless = new Set(['m00062', 'm00118', 'm00300', 'm00398']);

interface Label {
  path: string;
  version: string | null;
  verdict: string;
  change?: string;
  where?: string;
  line?: number;
}

function labels(name: string): Label[] {
  if (!present) return [];
  const lines = readFileSync(`${corpus}${name}`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Label);
}

function modelOf(folder: string, { path, version }: Label): Model {
  const text = readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '');
  const known = versions.find((each) => version?.startsWith(each)) ?? '1.3';
  return new Model(readDocument(text, known as Version, path).document);
}

function findings(model: Model, wants: (rule: RuleInfo) => boolean): Found[] {
  const found: Found[] = [];
  const runner = new RuleRunner({
    versions,
    version: model.document.version,
    wants,
    tell: (rule, one) => found.push({ severity: rule.severity, ...one }),
  });
  runner.run(documentRules, model);
  return found;
}

function lineOf(model: Model, offset: number): number {
  const before = model.document.bytes.subarray(0, offset);
  return before.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
}

/** Lines on which the elements begin that a finding is about, or relates to. */
function linesOf(model: Model, { at, related = [] }: Found): number[] {
  const places = [at, ...related.flatMap((each) => ('at' in each ? [each.at] : []))];
  const { elements } = model;
  return places.map(([start]) => {
    const attribute = elements.attributeAt(start);
    const tag = attribute < 0 ? start : elements.startOf(elements.elementOf(attribute));
    return lineOf(model, tag);
  });
}

describe.skipIf(!present)('real scenarios', () => {
  test('have no errors but those that were judged true', () => {
    const errors: string[] = [];
    for (const label of labels('files.jsonl')) {
      if (label.verdict !== 'valid') continue;
      const model = modelOf(`${corpus}files`, label);
      for (const { at, code, severity } of findings(model, ({ id }) => sets.test(id))) {
        if (severity !== 'error') continue;
        errors.push(`${label.path}:${lineOf(model, at[0])} ${code}`);
      }
    }
    expect(errors.sort()).toEqual(judgedTrue.trim().split('\n').sort());
  });
});

describe.skipIf(!present)('planted mistakes', () => {
  const folder = present ? mkdtempSync(join(tmpdir(), 'mutants-')) : '';
  if (present) execFileSync('tar', ['xzf', `${corpus}semantic-mutants.tar.gz`, '-C', folder]);
  afterAll(() => {
    if (present) rmSync(folder, { recursive: true });
  });

  test.each([...planted])('%s are found where they are', (change, codes) => {
    const missed: string[] = [];
    const mutants = labels('semantic-mutants.jsonl').filter((label) => label.change === change);
    expect(mutants.length).toBeGreaterThan(20);
    for (const label of mutants) {
      if ([...harmless].some((name) => label.path.endsWith(`${name}.xosc`))) continue;
      const model = modelOf(folder, label);
      const found = findings(model, () => true).filter(({ code }) => codes.includes(code));
      // What is gone is missed wherever it is named; all else is found in the line of the change.
      const here = found.some(
        (one) => change === 's_del_entity' || linesOf(model, one).includes(label.line ?? 0),
      );
      if (!here) missed.push(`${label.path}:${label.line}: ${label.where}`);
    }
    expect(missed).toEqual([]);
  });
});

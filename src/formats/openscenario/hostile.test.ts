import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleDocument } from '../../engine/exampleDocument';
import type { RuleInfo } from '../../rules/rule';
import { RuleRunner } from '../../rules/runner';
import { modelOf } from '../../schema/model';
import { parameterSets } from './distributions/parameterSets';
import { resolvedValues } from './insight/values';
import type { Version } from './model/model';
import { Model } from './model/model';
import { digestOf } from './project/digest';
import { Project } from './project/project';
import { documentRules, projectRules } from './rules';
import { openScenarioSchema } from './schema';
import { versions } from './tables';
import { readDocument } from './testing/document';
import { FilesForTest } from './testing/projects';

/** Values that nobody expects where they stand. */
const nasty = [
  '',
  ' ',
  '$',
  '$a',
  '$ a',
  '${',
  '${}',
  '${$a',
  '${$a + 1}',
  '${1/0}',
  '${pow(9, 999)}',
  'NaN',
  'INF',
  '-INF',
  '-1',
  '0',
  '1e400',
  '99999999999999999999',
  '::',
  'a::b::c',
  '../../../..',
  'C:\\a\\b',
  'true',
  'ä😀',
  '&lt;&amp;&quot;',
  '&#10;',
];

const examples = (versions as Version[]).map((version) => ({
  version,
  text: exampleDocument(modelOf(openScenarioSchema(), version), 60_000),
}));

/** What rules could not get through, and all else that is made of a document. */
async function faultsIn(text: string, version: Version): Promise<string[]> {
  const { document } = readDocument(text, version);
  const model = new Model(document);
  const faults: string[] = [];
  const runner = new RuleRunner({
    versions,
    version,
    wants: () => true,
    tell: (rule: RuleInfo, found) => {
      if (found.code === 'rule-failed') faults.push(`${rule.id}: ${found.message}`);
      const [start, end] = found.at;
      if (!(start >= 0 && start <= end && end <= document.bytes.length)) {
        faults.push(`${rule.id}: ${found.code} at ${start} to ${end}`);
      }
    },
  });
  runner.run(documentRules, model);
  runner.run(projectRules, await Project.around(model, new FilesForTest({})));
  resolvedValues(model);
  parameterSets(model);
  digestOf(model);
  return faults;
}

test.each(examples)(
  'every rule gets through all that $version knows',
  async ({ version, text }) => {
    expect(await faultsIn(text, version)).toEqual([]);
  },
);

test('no rule fails, whatever values there are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...examples),
      fc.infiniteStream(fc.nat(40)),
      fc.infiniteStream(fc.constantFrom(...nasty)),
      async ({ version, text }, chances, values) => {
        const mutated = text.replaceAll(/="[^"]*"/g, (whole, at: number) => {
          // The head says what the document is.
          if (at < 200 || chances.next().value !== 0) return whole;
          return `="${values.next().value ?? ''}"`;
        });
        expect(await faultsIn(mutated, version)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

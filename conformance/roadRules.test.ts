import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Model } from '../src/formats/openscenario/model/model';
import { Project } from '../src/formats/openscenario/project/project';
import { digestRoads } from '../src/formats/openscenario/roads/digestRoads';
import { readRoads } from '../src/formats/openscenario/roads/testing/roads';
import { documentRules, projectRules } from '../src/formats/openscenario/rules';
import { versions } from '../src/formats/openscenario/tables';
import { readDocument } from '../src/formats/openscenario/testing/document';
import type { Asked, Neighbour } from '../src/rules/neighbours';
import type { Found } from '../src/rules/rule';
import { RuleRunner } from '../src/rules/runner';

/*
 * What the rules about roads find in real scenarios, on their real roads. Each finding below was read and
 * is true: the positions lie behind the end of their road, or so far off their lane as is said. No other
 * may come.
 */

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);

if (!present) {
  console.warn('\n  RULES ABOUT ROADS NOT CHECKED ON REAL FILES: there is no ../shared/corpus.\n');
}

const rulesOnRoads =
  /road_lane|resolvable_signal|traffic_signal_(state_references|condition_references|controller_in)|geodetic_datum|no_road_network/;

const judgedTrue = `
RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Scenarios/ALKS_Scenario_4.2_3_CrossingPedestrian_TEMPLATE.xosc:97 outside-lane
RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Scenarios/ALKS_Scenario_4.2_3_CrossingPedestrian_TEMPLATE.xosc:163 outside-lane
RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Scenarios/ALKS_Scenario_4.2_3_CrossingPedestrian_TEMPLATE.xosc:171 outside-lane
RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Scenarios/ALKS_Scenario_4.6_1_ForwardDetectionRange_TEMPLATE.xosc:101 outside-lane
esmini+esmini/EnvironmentSimulator/Unittest/xosc/Weird_looking_building_local_coord.xosc:50 outside-lane
esmini+esmini/EnvironmentSimulator/Unittest/xosc/Weird_looking_building_road_coord.xosc:50 outside-lane
esmini+esmini/EnvironmentSimulator/Unittest/xosc/light_test.xosc:125 outside-lane
esmini+esmini/EnvironmentSimulator/Unittest/xosc/miscobj_mix.xosc:91 outside-lane
esmini+esmini/EnvironmentSimulator/Unittest/xosc/relative_pos_over_intersection.xosc:72 behind-road
esmini+esmini/EnvironmentSimulator/Unittest/xosc/relative_pos_over_intersection.xosc:128 behind-road
esmini+esmini/EnvironmentSimulator/Unittest/xosc/speed-profile_test.xosc:50 outside-lane
esmini+esmini/resources/xosc/drop-bike.xosc:100 outside-lane
esmini+esmini/resources/xosc/ltap-od-relative-speed.xosc:141 behind-road
esmini+esmini/resources/xosc/parking_demo.xosc:179 outside-lane
esmini+esmini/resources/xosc/speed-profile.xosc:50 outside-lane
`;

interface Label {
  path: string;
  verdict: string;
  version: string | null;
}

function labels(): Label[] {
  const lines = readFileSync(`${corpus}files.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Label);
}

/** The road networks around a scenario, digested; nothing else is known. */
function neighbourAt(folder: string, { path, want }: Asked): Neighbour {
  const file = join(folder, path.replaceAll('\\', '/'));
  if (want !== 'file' || !file.endsWith('.xodr') || !existsSync(file)) return { found: 'unknown' };
  if (!statSync(file).isFile()) return { found: 'unknown' };
  const bytes = digestRoads(readRoads(readFileSync(file)).document);
  return { found: 'file', path: file, exact: true, digest: { pack: 'openscenario', bytes } };
}

async function findingsIn({ path, version }: Label): Promise<{ found: string[]; roads: boolean }> {
  const text = readFileSync(`${corpus}files/${path}`, 'utf8').replace(/^\ufeff/, '');
  const { document } = readDocument(text, versionFor(version), path);
  const model = new Model(document);
  const folder = dirname(`${corpus}files/${path}`);
  const project = await Project.around(model, {
    look: (asked) => Promise.resolve(asked.map((one) => neighbourAt(folder, one))),
  });
  const found: Found[] = [];
  const runner = new RuleRunner({
    versions,
    version: document.version,
    wants: ({ id }) => rulesOnRoads.test(id),
    tell: (_, one) => found.push(one),
  });
  runner.run(documentRules, model);
  runner.run(projectRules, project);
  const lineOf = ([start]: Found['at']): number =>
    new TextDecoder().decode(document.bytes.subarray(0, start)).split('\n').length;
  return {
    found: found.map(({ at, code }) => `${path}:${lineOf(at)} ${code}`),
    roads: project.roads !== null,
  };
}

function versionFor(declared: string | null): '1.0' | '1.1' | '1.2' | '1.3' {
  const known = (['1.0', '1.1', '1.2'] as const).find((version) => declared?.startsWith(version));
  return known ?? '1.3';
}

describe.skipIf(!present)('real scenarios on real roads', () => {
  it('are told of what was judged true, and of nothing else', async () => {
    const found: string[] = [];
    let onRoads = 0;
    for (const label of labels()) {
      if (label.verdict === 'not-well-formed') continue;
      const each = await findingsIn(label);
      found.push(...each.found);
      if (each.roads) onRoads++;
    }
    expect(onRoads).toBeGreaterThan(150);
    expect(found.sort()).toEqual(judgedTrue.trim().split('\n').sort());
  });
});

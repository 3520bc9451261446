import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../src/engine/inspection';
import { totalOf } from '../src/engine/timing';
import type { Finding } from '../src/findings/finding';
import type { Source } from '../src/intake/source';
import { Engine } from '../src/engine/engine';
import { FileSystemSurroundings } from '../src/cli/project';
import { fileAccess } from '../src/intake/fileAccess';
import { UnreadableSource } from '../src/intake/unreadable';
import { withNeighbours } from '../src/project/inspector';
import { elementsAt } from '../src/reporting/elementsAt';
import { createNodePool, type NodePoolOptions } from './nodePool';
import { SimulatedCache } from './testing/simulation';

/* Real threads, the real engine, comlink between them: what the simulation cannot show. */

const root = join(import.meta.dirname, '..');
const module = new WebAssembly.Module(readFileSync(join(root, 'build/tokenizer.wasm')));
const signal = new AbortController().signal;
const options = { level: 'structure', tape: false } as const;
let folder: string;
let entry: URL;
/** A thread that does nothing but what a broken one would. */
let brokenEntry: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-threads-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { node: join(root, 'workers/node.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  entry = pathToFileURL(join(folder, 'node.mjs'));
  writeFileSync(join(folder, 'broken.mjs'), 'throw new Error("no thread here");');
  brokenEntry = pathToFileURL(join(folder, 'broken.mjs'));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function source(name: string, content: string | Uint8Array): Source {
  const file = join(folder, name);
  writeFileSync(file, content);
  const end = Buffer.byteLength(content);
  return {
    path: name,
    bytes: { file, start: 0, end },
    packing: 'none',
    size: end,
    origin: 'named',
    nesting: 0,
  };
}

function samples(): Source[] {
  return Array.from({ length: 150 }, (_, at) => {
    const padding = ' '.repeat(at * 40);
    const wrong = Array.from({ length: at % 5 }, (__, n) => `<wrong${n}/>`).join('');
    const tail = at % 7 === 0 ? '' : '</a>';
    return source(`file${at}`, `<?xml version="1.0"?>\n<a>${padding}${wrong}${tail}`);
  });
}

function lasting(inspection: Inspection): unknown {
  const report = { ...inspection.report, ms: 0 };
  delete report.hash;
  delete report.cached;
  return { ...inspection, report, timing: undefined };
}

async function withPool<T>(
  more: Partial<NodePoolOptions>,
  use: (pool: ReturnType<typeof createNodePool>) => Promise<T>,
): Promise<T> {
  const pool = createNodePool({ module, entry, size: 2, ...more });
  try {
    return await use(pool);
  } finally {
    pool.dispose();
  }
}

/** A scenario that takes a vehicle from a catalog of a folder, and drives it on a road network. */
function scenarioWith(catalogs: string, entry: string, road: string): string {
  return `<?xml version="1.0"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-01-01T00:00:00" author="a" description="b"/>
  <CatalogLocations><VehicleCatalog><Directory path="${catalogs}"/></VehicleCatalog></CatalogLocations>
  <RoadNetwork><LogicFile filepath="${road}"/></RoadNetwork>
  <Entities><ScenarioObject name="Ego">
    <CatalogReference catalogName="Cars" entryName="${entry}"/>
  </ScenarioObject></Entities>
  <Storyboard><Init><Actions/></Init><StopTrigger/></Storyboard>
</OpenSCENARIO>`;
}

const cars = `<?xml version="1.0"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-01-01T00:00:00" author="a" description="b"/>
  <Catalog name="Cars">
    <Vehicle name="small" vehicleCategory="car">
      <BoundingBox>
        <Center x="1" y="0" z="1"/><Dimensions width="2" length="4" height="1"/>
      </BoundingBox>
      <Performance maxSpeed="50" maxAcceleration="5" maxDeceleration="9"/>
      <Axles>
        <FrontAxle maxSteering="0.5" wheelDiameter="0.6" trackWidth="1.8" positionX="3" positionZ="0.3"/>
        <RearAxle maxSteering="0" wheelDiameter="0.6" trackWidth="1.8" positionX="0" positionZ="0.3"/>
      </Axles>
      <Properties/>
    </Vehicle>
  </Catalog>
</OpenSCENARIO>`;

describe('a pool of threads', () => {
  it('says what the engine says in this thread', async () => {
    const engine = new Engine({ module, access: fileAccess });
    await withPool({}, async (pool) => {
      const sources = samples();
      const found = await Promise.all(
        sources.map(async (one) => {
          const told: Finding[] = [];
          const events = { findings: (batch: Finding[]) => void told.push(...batch) };
          const inspection = await pool.inspect(one, options, events, signal);
          expect(new Set(told)).toEqual(new Set(inspection.report?.findings));
          return lasting(inspection);
        }),
      );
      for (const [at, one] of sources.entries()) {
        const expected = await engine.inspect(one, options, {}, signal);
        expect(found[at]).toEqual(lasting(expected));
      }
      expect(pool.stats().crashed).toBe(0);
    });
  }, 60_000);

  it('reads one document by several threads as one reads it', async () => {
    const sample = readFileSync(join(root, 'public/samples/misspelt-names.xosc'), 'utf8');
    const [part = ''] = /<ScenarioObject[^]*?<\/ScenarioObject>/.exec(sample) ?? [];
    const wrong = part.replace(' name=', ' nam=');
    const parts = (count: number) =>
      Array.from({ length: count }, (_, at) => (at % 500 === 0 ? wrong : part)).join('\r\n');
    const documents = [
      sample.replace(part, parts(40_000)),
      sample.replace(part, `${parts(20_000)}<!-- ${parts(8_000)} -->${parts(8_000)}`),
      sample.replace(part, `${parts(25_000)}<Oops>${parts(500)}`),
    ];
    const limits = { divide: { from: 1e6, segment: 2e5 }, startFor: 4e5 };
    let helped = 0;
    for (const [at, document] of documents.entries()) {
      const one = source(`large${at}.xosc`, document);
      const engine = new Engine({ module, access: fileAccess });
      const expected = lasting(await engine.inspect(one, options, {}, signal));
      for (const size of [1, 2, 4]) {
        await withPool({ size, limits }, async (pool) => {
          // The first time, the others come too late.
          await pool.inspect(one, options, {}, signal);
          const progress: number[] = [];
          const told: Finding[] = [];
          const inspection = await pool.inspect(
            one,
            options,
            {
              progress: (bytes) => void progress.push(bytes),
              findings: (batch) => void told.push(...batch),
            },
            signal,
          );
          expect(lasting(inspection)).toEqual(expected);
          expect(told).toEqual(inspection.report?.findings);
          expect(progress.every((bytes) => bytes <= (one.size ?? 0))).toBe(true);
          expect(pool.stats().crashed).toBe(0);
          helped += size === 1 ? 0 : pool.stats().segments;
          if (size === 1) expect(pool.stats().segments).toBe(0);
        });
      }
    }
    expect(helped).toBeGreaterThan(0);
  }, 60_000);

  it('finds what lies around a document, as one thread alone does', async () => {
    for (const name of ['scenarios', 'Cars']) mkdirSync(join(folder, name), { recursive: true });
    source('Cars/Cars.xosc', cars);
    source('road.xodr', '<OpenDRIVE><header revMajor="1" revMinor="7"/></OpenDRIVE>');
    const texts = [
      scenarioWith('../Cars', 'small', '../road.xodr'),
      scenarioWith('../Cars', 'smal', '../road.xodr'),
      scenarioWith('../Car', 'small', '../road.xodr'),
      scenarioWith('../Cars', 'small', '../roads.xodr'),
    ];
    const scenarios = Array.from({ length: 60 }, (_, at) => {
      const one = source(`scenarios/${at}.xosc`, texts[at % texts.length] ?? '');
      return { ...one, path: join(folder, one.path) };
    });
    const wanted = { level: 'project', tape: false } as const;
    const notices: string[] = [];
    const onNotice = (text: string) => void notices.push(text);
    const engine = new Engine({ module, access: fileAccess });
    const alone = withNeighbours(engine, new FileSystemSurroundings(), onNotice);
    const expected: Inspection[] = [];
    for (const one of scenarios) expected.push(await alone.inspect(one, wanted, {}, signal));
    // Each of the four says something else of the files around it, but for the first.
    const said = expected
      .slice(0, 4)
      .map(({ report }) => report?.findings.filter(({ level }) => level === 'project') ?? []);
    expect(said[0]).toEqual([]);
    expect(new Set(said.slice(1).map(([first]) => first?.message)).size).toBe(3);
    for (const size of [1, 2, 3]) {
      const surroundings = new FileSystemSurroundings();
      await withPool({ size, surroundings, onNotice }, async (pool) => {
        const found = await Promise.all(
          scenarios.map((one) => pool.inspect(one, wanted, {}, signal)),
        );
        const epoch = surroundings.epoch;
        expect(found.map(lasting)).toEqual(
          expected.map((one) => Object.assign({ epoch }, lasting(one))),
        );
        expect(pool.stats().crashed).toBe(0);
      });
    }
    expect(notices).toEqual([]);
  }, 60_000);

  it('tells how long a file took, beside the report and not in what is kept', async () => {
    const cache = new SimulatedCache();
    await withPool({ cache, limits: { keepFrom: 0 } }, async (pool) => {
      const one = source('timed.xml', `<a>${'<b/>'.repeat(10_000)}</a>`);
      const asked = performance.now();
      const checked = await pool.inspect(one, options, {}, signal);
      const elapsed = performance.now() - asked;
      if (checked.type !== 'file' || !checked.timing) throw new Error('Nothing was measured');
      const { times, queued, wasmBytes } = checked.timing;
      expect(times.read + times.recall).toBeGreaterThan(0);
      expect(times.tokenize).toBeGreaterThan(0);
      expect(times.transfer).toBeGreaterThan(0);
      expect(totalOf(times) + queued).toBeLessThanOrEqual(elapsed + 1);
      expect(wasmBytes).toBeGreaterThan(0);
      expect(Object.keys(checked.report)).not.toContain('timing');
      await expect.poll(() => pool.stats().wasmBytes.some((bytes) => bytes > 0)).toBe(true);
    });
  }, 60_000);

  it('transfers the elements', async () => {
    await withPool({}, async (pool) => {
      const batches: ArrayBuffer[] = [];
      const events = { tape: (batch: ArrayBuffer) => void batches.push(batch) };
      const one = source('elements', `<a>${'<b/>'.repeat(10_000)}</a>`);
      await pool.inspect(one, { ...options, tape: true }, events, signal);
      const records = batches.reduce((sum, batch) => sum + (new Uint32Array(batch)[2] ?? 0), 0);
      expect(records).toBe(20_002);
    });
  }, 60_000);

  it('asks the store, and offers to it', async () => {
    const cache = new SimulatedCache();
    await withPool({ cache, limits: { keepFrom: 0 } }, async (pool) => {
      const samplesFolder = join(root, 'public/samples');
      const [name = ''] = readdirSync(samplesFolder).filter((each) => each.endsWith('.xosc'));
      const one = source(name, readFileSync(join(samplesFolder, name)));
      const first = await pool.inspect(one, options, {}, signal);
      const second = await pool.inspect(one, options, {}, signal);
      expect(first.report?.cached).toBeUndefined();
      expect(second.report?.cached).toBe(true);
      expect(lasting(second)).toEqual(lasting(first));
      expect(cache.kept.size).toBe(1);
    });
  }, 60_000);

  it('finds elements, which are not kept and not asked of the store', async () => {
    const cache = new SimulatedCache();
    await withPool({ cache, limits: { keepFrom: 0 } }, async (pool) => {
      const one = source('paths', '<a><b/><b x="1"/></a>');
      for (let times = 0; times < 2; times++) {
        const paths = await elementsAt(pool, one, [0, 7, 12], undefined, signal);
        expect(paths).toEqual(['/a', '/a/b[2]', '/a/b[2]']);
      }
      expect([cache.lookups, cache.kept.size]).toEqual([0, 0]);
      const gone = { ...one, bytes: { file: join(folder, 'gone'), start: 0, end: 9 } };
      const none = elementsAt(pool, gone, [0], undefined, signal);
      await expect(none).rejects.toThrow(UnreadableSource);
    });
  }, 60_000);

  it('lets go of a file that is cancelled, and goes on', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const large = source('large', `<a>${'<b c="d">text</b>\n'.repeat(1_500_000)}</a>`);
      const controller = new AbortController();
      const events = { progress: () => controller.abort() };
      const cancelled = pool.inspect(large, options, events, controller.signal);
      await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
      const next = await pool.inspect(source('next', '<a/>'), options, {}, signal);
      expect(next.report?.path).toBe('next');
    });
  }, 60_000);

  it('survives threads that break at their start', async () => {
    const notices: string[] = [];
    const local = {
      makeInspector: (compiled: WebAssembly.Module) =>
        new Engine({ module: compiled, access: fileAccess }),
      access: fileAccess,
    };
    const onNotice = (text: string) => void notices.push(text);
    await withPool({ entry: brokenEntry, local, onNotice }, async (pool) => {
      const { report } = await pool.inspect(source('here', '<a/>'), options, {}, signal);
      expect(report?.path).toBe('here');
      expect(notices.some((text) => text.includes('no thread here'))).toBe(true);
    });
  }, 60_000);
});

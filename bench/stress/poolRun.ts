// Checks folders with the command line's pool, one after the other, in one process: takes an order as JSON
// on standard input, answers with a line of JSON a folder.
import { readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createNodePool } from '../../workers/nodePool';
import { nodeMemory } from '../contest/nodeMemory';

/** What is to be checked. */
export interface PoolOrder {
  folders: string[];
  /** Threads; null: as many as the machine runs at once. */
  size: number | null;
}

/** What came of a folder. */
export interface PoolOutcome {
  ms: number;
  verdicts: Record<string, number>;
  /** Memory of the process before, at most, and after a collection of garbage, in bytes. */
  before: number;
  peak: number;
  after: number;
}

/** Time that the pool has to give memory back. */
const restMs = 500;

const order = JSON.parse(readFileSync(0, 'utf8')) as PoolOrder;
const pool = createNodePool({
  module: WebAssembly.compile(readFileSync(new URL('./tokenizer.wasm', import.meta.url))),
  entry: new URL('./poolWorker.js', import.meta.url),
  ...(order.size === null ? {} : { size: order.size }),
});
for (const folder of order.folders) {
  const outcome = await checkFolder(folder);
  writeSync(1, `${JSON.stringify(outcome)}\n`);
}
pool.dispose();

async function checkFolder(folder: string): Promise<PoolOutcome> {
  const memory = nodeMemory();
  const before = process.memoryUsage.rss();
  const from = performance.now();
  const verdicts: Record<string, number> = {};
  const never = new AbortController().signal;
  const inspections = readdirSync(folder).map(async (name) => {
    const file = join(folder, name);
    const { size } = statSync(file);
    const { report } = await pool.inspect(
      {
        path: file,
        bytes: { file, start: 0, end: size },
        packing: 'none',
        size,
        origin: 'named',
        nesting: 0,
      },
      { level: 'structure', tape: false },
      {},
      never,
    );
    const verdict = report?.verdict ?? 'none';
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  });
  await Promise.all(inspections);
  const ms = performance.now() - from;
  const peak = before + memory.peak();
  await new Promise((resolve) => setTimeout(resolve, restMs));
  globalThis.gc?.();
  return { ms, verdicts, before, peak, after: process.memoryUsage.rss() };
}

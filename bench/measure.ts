import type { Read } from './contestant';

/** Durations of one contestant on one document, in milliseconds, shortest first. */
export interface Measurement {
  bytes: number;
  runs: number[];
}

/** Milliseconds that a run takes at least: browsers tell the time coarsely. */
const shortestRun = 10;

/** How long and how often to run. */
export interface Patience {
  /** Milliseconds to run before anything counts. */
  warmUp: number;
  /** Milliseconds to measure for, at least. */
  measure: number;
  /** Runs to measure at least and at most. */
  fewest: number;
  most: number;
}

/**
 * Runs a contestant warm and measures run after run; what takes but a moment is repeated, and a run
 * is then the mean of its repetitions. Throws where it counts other than so many
 * elements: what is fast at reading something else does not compete.
 */
export async function measure(
  read: Read,
  document: Uint8Array<ArrayBuffer>,
  elements: number,
  patience: Patience,
): Promise<Measurement> {
  const begun = performance.now();
  let readings = 0;
  do {
    const counted = await read(document);
    if (counted !== null && counted !== elements) {
      throw new Error(`It counts ${counted} elements where there are ${elements}.`);
    }
    readings++;
  } while (performance.now() - begun < patience.warmUp);
  const repetitions = Math.ceil((shortestRun * readings) / (performance.now() - begun));
  const runs: number[] = [];
  const start = performance.now();
  while (
    runs.length < patience.fewest ||
    (performance.now() - start < patience.measure && runs.length < patience.most)
  ) {
    const from = performance.now();
    for (let count = 0; count < repetitions; count++) await read(document);
    runs.push((performance.now() - from) / repetitions);
  }
  return { bytes: document.length, runs: runs.sort((one, other) => one - other) };
}

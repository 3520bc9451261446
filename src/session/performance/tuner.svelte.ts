import { loadPacks } from '../../formats/registry';
import type { Source } from '../../intake/source';
import type { Preferences } from '../preferences.svelte';
import type { Machine, Tuning } from './machine';
import { tune, workerCountsFor, type TuneProgress, type TuneResult } from './tune';

/** Bytes of the file that is made to measure with. */
const madeBytes = 5_000_000;

export type TunerState =
  | { phase: 'resting' }
  | { phase: 'measuring'; progress: TuneProgress }
  | { phase: 'finished'; result: TuneResult }
  | { phase: 'failed'; reason: string };

/** How the work is done: measures what is best on this machine, and keeps it for other visits. */
export class Tuner {
  state: TunerState = $state.raw({ phase: 'resting' });
  readonly #machine: Machine;
  readonly #preferences: Preferences;
  #run: AbortController | null = null;

  constructor(machine: Machine, preferences: Preferences) {
    this.#machine = machine;
    this.#preferences = preferences;
  }

  /** What is used at present. */
  get current(): Tuning {
    return this.#preferences.tuning ?? this.#machine.usual;
  }

  get usual(): Tuning {
    return this.#machine.usual;
  }

  /** Makes the workers do as the preferences say. */
  apply(): void {
    const { tuning } = this.#preferences;
    this.#machine.resize(tuning?.workers ?? this.#machine.usual.workers);
    this.#machine.setChunkBytes(tuning?.chunkBytes ?? null);
  }

  /** Measures with a source, or with a file made for it, and keeps what is provably better. */
  async measure(source: Source | null): Promise<void> {
    if (this.#run) return;
    const run = new AbortController();
    this.#run = run;
    this.state = { phase: 'measuring', progress: { step: 'warming', share: 0 } };
    try {
      const plan = {
        source: source ?? (await madeSource()),
        workerCounts: workerCountsFor(this.#machine.usual.workers),
      };
      const result = await tune(this.#machine, plan, run.signal, (progress) => {
        if (this.#run === run) this.state = { phase: 'measuring', progress };
      });
      this.#keep(result.best);
      this.state = { phase: 'finished', result };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.state = run.signal.aborted ? { phase: 'resting' } : { phase: 'failed', reason };
    } finally {
      this.#run = null;
      this.apply();
    }
  }

  cancel(): void {
    this.#run?.abort();
  }

  /** Goes back to what is used unless told otherwise. */
  reset(): void {
    this.#preferences.setTuning(null);
    this.state = { phase: 'resting' };
    this.apply();
  }

  #keep(best: Tuning): void {
    const { usual } = this.#machine;
    const same = best.workers === usual.workers && best.chunkBytes === usual.chunkBytes;
    this.#preferences.setTuning(same ? null : best);
  }
}

async function madeSource(): Promise<Source> {
  for (const pack of await loadPacks()) {
    if (!pack.exemplar) continue;
    const bytes = new Blob([await pack.exemplar(madeBytes)]);
    return { path: 'made', bytes, packing: 'none', size: bytes.size, origin: 'named', nesting: 0 };
  }
  throw new Error('No format can make a file to measure with; choose one of the open files');
}

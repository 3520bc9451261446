import type { WaitMeter } from '../intake/chunks';
import type { PassShares } from './passSample';
import {
  noTimes,
  totalOf,
  type RuleTime,
  type RunTiming,
  type Stage,
  type StageTimes,
} from './timing';

/** Rules that a timing names. */
const mostRules = 10;

/**
 * Measures where the time of one check goes. It is asked a few times a chunk, never an element, and
 * each stretch of time ends where the next one begins: clocks cost more in a browser than one thinks,
 * and most files are small.
 */
export class StageClock implements WaitMeter {
  readonly times: StageTimes = noTimes();
  readonly #started: number;
  #since: number;
  /** Milliseconds in which packed bytes were fetched, while the unpacked ones were waited for. */
  #fetched = 0;
  #split = false;
  #sampling = 0;
  readonly #rules: RuleTime[] = [];

  /** @param started the present moment (`performance.now()`) */
  constructor(started = performance.now()) {
    this.#started = started;
    this.#since = started;
  }

  /** Lets what has passed since the last lap belong to no stage of its own. */
  skip(): void {
    this.#since = performance.now();
  }

  /** Gives what has passed since the last lap to a stage. */
  lap(stage: Stage): void {
    const now = performance.now();
    this.times[stage] += now - this.#since;
    this.#since = now;
  }

  /** Adds to a stage what was measured elsewhere, in milliseconds. */
  add(stage: Stage, ms: number): void {
    this.times[stage] += ms;
  }

  /** Notes how long a rule took, in milliseconds. */
  tookRule(rule: string, ms: number): void {
    this.#rules.push({ rule, ms });
  }

  /** Notes the time in which bytes as they are stored were fetched, in milliseconds. */
  fetched(ms: number): void {
    this.#fetched += ms;
  }

  /** Of what was waited for in reading, gives to unpacking what was not spent on fetching. */
  separateUnpacking(): void {
    const { times } = this;
    const fetched = Math.min(this.#fetched, times.read);
    times.unpack += times.read - fetched;
    times.read = fetched;
  }

  /**
   * Runs what measures the tokenizer's pass, and tells apart what it does, by the shares that come of
   * it (`null`: it cannot be told). The time that this takes goes to no stage.
   */
  splitPass(sample: () => PassShares | null): void {
    const started = performance.now();
    const shares = sample();
    this.#sampling += performance.now() - started;
    if (!shares) return;
    const { times } = this;
    const pass = times.tokenize;
    times.decode = pass * shares.decode;
    times.structure = pass * shares.structure;
    times.tokenize = Math.max(0, pass - times.decode - times.structure);
    this.#split = true;
  }

  /**
   * The timing of the run that ends now, or took `ms` milliseconds.
   * @param wasmBytes memory that the tokenizer held
   */
  finish(wasmBytes: number, ms = performance.now() - this.#started): RunTiming {
    const { times } = this;
    times.other = Math.max(0, ms - totalOf(times));
    const rules = this.#rules.toSorted((a, b) => b.ms - a.ms).slice(0, mostRules);
    return { times, split: this.#split, wasmBytes, queued: 0, sampling: this.#sampling, rules };
  }
}

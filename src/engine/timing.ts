/**
 * Where the time of a check goes, in the order in which bytes pass: fetched from the disk, hashed and
 * looked up among kept results, unpacked, turned to UTF-8, read as markup, compared with the schema,
 * asked for its meaning, then for that among its neighbours, put into words; what is none of these (telling what the file is, making tables ready), the way to
 * the page, and until it shows.
 */
export const stages = [
  'read',
  'recall',
  'unpack',
  'decode',
  'tokenize',
  'structure',
  'semantics',
  'project',
  'findings',
  'other',
  'transfer',
  'paint',
] as const;

export type Stage = (typeof stages)[number];

/** Milliseconds spent in each stage. */
export type StageTimes = Record<Stage, number>;

/** How long a check took, stage by stage. Belongs to the run, and never to what is kept of it. */
export interface RunTiming {
  times: StageTimes;
  /**
   * Whether `decode`, `tokenize` and `structure` were told apart, by measuring a sample. Otherwise
   * `tokenize` holds all three: the tokenizer does them in one pass.
   */
  split: boolean;
  /** Memory that the tokenizer held when the document ended, in bytes. */
  wasmBytes: number;
  /** Milliseconds that the file waited for its turn. */
  queued: number;
  /** Milliseconds that the sample took, which are in no stage. */
  sampling: number;
  /** The rules that took longest, the longest first; empty where rules were not measured. */
  rules: readonly RuleTime[];
}

/** How long a rule took on one document. */
export interface RuleTime {
  /** Its id. */
  readonly rule: string;
  readonly ms: number;
}

/** A record of stages with nothing spent yet. */
export function noTimes(): StageTimes {
  return {
    read: 0,
    recall: 0,
    unpack: 0,
    decode: 0,
    tokenize: 0,
    structure: 0,
    semantics: 0,
    project: 0,
    findings: 0,
    other: 0,
    transfer: 0,
    paint: 0,
  };
}

/** Milliseconds of all stages together. */
export function totalOf(times: Readonly<StageTimes>): number {
  // Written out, because it is asked for every file, and a loop over names takes ten times as long.
  const { read, recall, unpack, decode, tokenize, structure, findings, other } = times;
  const meaning = times.semantics + times.project;
  const inWorker =
    read + recall + unpack + decode + tokenize + structure + meaning + findings + other;
  return inWorker + times.transfer + times.paint;
}

/** A timing as numbers, for the thread boundary: the stages in their order, then the rest but rules. */
export function encodeTiming(timing: RunTiming): number[] {
  const { times, split, wasmBytes, queued, sampling } = timing;
  return [...stages.map((stage) => times[stage]), Number(split), wasmBytes, queued, sampling];
}

/** Reads what `encodeTiming` wrote. Throws a RangeError on another number of numbers. */
export function decodeTiming(numbers: readonly number[]): RunTiming {
  if (numbers.length !== stages.length + 4) {
    throw new RangeError('A timing of another length than stated');
  }
  const times = noTimes();
  stages.forEach((stage, at) => (times[stage] = numbers[at] ?? 0));
  const [split, wasmBytes = 0, queued = 0, sampling = 0] = numbers.slice(stages.length);
  return { times, split: split === 1, wasmBytes, queued, sampling, rules: [] };
}

const origin = performance.timeOrigin;

/**
 * Milliseconds since 1970, finer than whole ones, for moments that two threads compare.
 * @param now the moment by this thread's own clock
 */
export function preciseNow(now = performance.now()): number {
  return origin + now;
}

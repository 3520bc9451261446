import type { Inspector } from '../engine/inspection';
import type { BytesAccess } from '../intake/bytes';
import type { Surroundings } from '../project/surroundings';
import type { TextSink } from './output';

/** Exit statuses, as the help says. */
export const status = { clean: 0, errors: 1, couldNotRun: 2 } as const;

/** Those who check: in this thread, or a pool of threads. */
export interface Checkers {
  inspector: Inspector;
  close(): void;
}

/** What the program needs of the world around it. */
export interface Host {
  stdout: TextSink & { isTTY?: boolean };
  stderr: TextSink;
  env: Record<string, string | undefined>;
  version: string;
  /** Threads that the machine runs at once. */
  parallelism: number;
  access: BytesAccess;
  /** All bytes of standard input (`-`), or of a pipe or device. */
  readAll(path: string): Promise<Blob>;
  /** Checkers in this thread (1) or in so many threads, for files that lie in the surroundings. */
  start(threads: number, surroundings: Surroundings): Promise<Checkers>;
}

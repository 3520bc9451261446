import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Surroundings } from '../src/project/surroundings';
import type { ResultCache } from '../src/store/cache';
import { ThreadLink, type Spawn } from './link';
import { localSpawn, type LocalEngine } from './local';
import { Pool, type PoolLimits } from './pool';

export interface NodePoolOptions {
  /** The tokenizer's module, compiled. */
  module: WebAssembly.Module | Promise<WebAssembly.Module>;
  /** Threads at most; as many as the machine runs at once unless told. */
  size?: number;
  /** The built `workers/node.ts`; unless told, `node.js` beside the module that this is built into. */
  entry?: URL;
  /** Does the work in this thread where no other can be started. */
  local?: LocalEngine;
  cache?: ResultCache;
  /** What lies around the documents; without it they cannot ask for their neighbours. */
  surroundings?: Surroundings;
  limits?: Partial<PoolLimits>;
  onNotice?: (text: string) => void;
}

/** A pool of threads. Idle ones do not keep the process alive; `dispose` ends them all. */
export function createNodePool(options: NodePoolOptions): Pool {
  const { local, size, entry, ...rest } = options;
  return new Pool({
    ...rest,
    spawn: threadSpawn(entry ?? new URL('./node.js', import.meta.url)),
    size: size ?? availableParallelism(),
    ...(local ? { spawnLocal: localSpawn(local) } : {}),
  });
}

function threadSpawn(entry: URL): Spawn {
  return (events) => {
    const worker = new Worker(entry);
    return new ThreadLink(
      {
        endpoint: nodeEndpoint(worker),
        // Settles when the thread has ended, for which nobody waits.
        terminate: () => void worker.terminate(),
        hold: (busy) => {
          if (busy) worker.ref();
          else worker.unref();
        },
        listen(onData, died) {
          worker.on('message', onData);
          worker.on('messageerror', () => died('a message could not be read'));
          worker.on('error', (error: unknown) => {
            died(error instanceof Error ? error.message : String(error));
          });
          worker.on('exit', (status) => died(`its thread ended with status ${status}`));
        },
      },
      events,
    );
  };
}

import { blobAccess } from '../src/intake/bytes';
import { loadAsset } from '../src/intake/asset';
import type { Surroundings } from '../src/project/surroundings';
import type { ResultCache } from '../src/store/cache';
import tokenizerUrl from '../build/tokenizer.wasm?url';
import { missingForEngine, missingWords } from '../src/engine/simd';
import { ThreadLink, type Spawn } from './link';
import { localSpawn } from './local';
import { Pool } from './pool';

/** More workers than this contend for memory rather than help. */
const workersAtMost = 16;

/** More workers than this, beside the first, do not make a large file quicker. */
const helpersAtMost = 3;

const browserSpawn: Spawn = (events) => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
    type: 'module',
    name: 'scrutineer',
  });
  return new ThreadLink(
    {
      endpoint: worker,
      terminate: () => worker.terminate(),
      hold: () => undefined,
      listen(onData, died) {
        worker.addEventListener('message', ({ data }) => onData(data));
        worker.addEventListener('messageerror', () => died('a message could not be read'));
        worker.addEventListener('error', (event) => {
          // It is dealt with here; on the console as well it would look like another one.
          event.preventDefault();
          // Without a message: the script could not be loaded.
          died(event.message || 'its script could not be loaded');
        });
      },
    },
    events,
  );
};

export interface BrowserPoolOptions {
  cache?: ResultCache;
  /** What lies around the documents; without it they cannot ask for their neighbours. */
  surroundings?: Surroundings;
  /** Told, in one line each, what a person should know: workers that do not start, and the like. */
  onNotice?: (text: string) => void;
}

/**
 * The page's pool: as many workers as the machine runs at once, none of them before it is needed
 * (see `Pool.warm`). Where no worker can be started the engine runs in the page.
 */
export function createBrowserPool(options: BrowserPoolOptions = {}): Pool {
  const cores = navigator.hardwareConcurrency || 1;
  return new Pool({
    ...options,
    module: loadTokenizer(),
    spawn: browserSpawn,
    spawnLocal: localSpawn({
      makeInspector: async (module, access) => {
        const { Engine } = await import('../src/engine/engine');
        return new Engine({ module, access });
      },
      access: blobAccess,
    }),
    size: Math.min(cores, workersAtMost),
    // One core reads, one is for the page: it must answer while a large file is checked.
    limits: { helpers: Math.min(Math.max(cores - 2, 0), helpersAtMost) },
  });
}

/** The tokenizer, compiled. Rejects where this browser cannot run it. */
export async function loadTokenizer(): Promise<WebAssembly.Module> {
  const missing = missingForEngine();
  if (missing !== null) throw new Error(`this browser has ${missingWords[missing]}`);
  const blob = await loadAsset(tokenizerUrl, new AbortController().signal);
  return WebAssembly.compile(await blob.arrayBuffer());
}

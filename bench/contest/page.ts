// The page that measures in a browser: lanes in workers, and one here for what only pages have.
import saxWasmUrl from 'sax-wasm/lib/sax-wasm.wasm?url';
import tokenizerUrl from '../../build/tokenizer.wasm?url';
import { blobAccess } from '../../src/intake/bytes';
import type { LaneLink } from './arena';
import { Arena } from './arena';
import type { Bytes } from './contestant';
import { contestants } from './contestants';
import type { ArenaHost, Entrance } from './host';
import { describe } from './host';
import { LaneService, transfersOf } from './laneService';
import type { LaneAnswer } from './laneService';
import { domParser } from './peers';

declare global {
  interface Window {
    /** Called from outside the page. */
    arena?: ArenaHost;
  }
}

const inPage = new Set([domParser.name]);

function openLane(name: string): LaneLink {
  if (inPage.has(name)) {
    const service = new LaneService([domParser]);
    return { ask: (call) => service.answer(call), close: () => undefined };
  }
  const worker = new Worker(new URL('./lane.worker.ts', import.meta.url), { type: 'module' });
  return {
    ask: (call) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<{ answer: LaneAnswer } | { error: string }>) => {
          if ('error' in data) reject(new Error(data.error));
          else resolve(data.answer);
        };
        worker.onerror = (event) => reject(new Error(event.message || 'The worker broke down.'));
        worker.postMessage(call, transfersOf(call));
      }),
    close: () => worker.terminate(),
  };
}

async function fetchBytes(url: string): Promise<Bytes> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`There is no ${url}.`);
  return new Uint8Array(await response.arrayBuffer());
}

const input = document.createElement('input');
input.type = 'file';
document.body.append(input);

async function makeHost(): Promise<ArenaHost> {
  const [tokenizer, saxWasm] = await Promise.all([
    WebAssembly.compileStreaming(fetch(tokenizerUrl)),
    fetchBytes(saxWasmUrl),
  ]);
  let arena: Arena | null = null;
  return {
    describe: () => describe([...contestants(blobAccess, null), domParser]),
    async enter({ names, document, stored, facts, small, manner, xsd }: Entrance) {
      const file = stored ? input.files?.[0] : await fetchBytes(document);
      if (!file) throw new Error('No file was given to the page.');
      arena = new Arena(openLane, { tokenizer, saxWasm, xsd });
      return arena.enter(names, file, facts, await fetchBytes(small), manner);
    },
    round: (names) => {
      if (!arena) throw new Error('Nobody has entered.');
      return arena.round(names);
    },
    leave: () => {
      arena?.leave();
      arena = null;
      return Promise.resolve();
    },
  };
}

window.arena = await makeHost();

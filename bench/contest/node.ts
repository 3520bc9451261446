// An arena in Node.js: takes calls as lines of JSON on standard input, answers with lines of JSON.
import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { fileAccess } from '../../src/intake/fileAccess';
import type { LaneLink } from './arena';
import { Arena } from './arena';
import type { Bytes } from './contestant';
import { contestants } from './contestants';
import { store } from './nodeStore';
import type { ArenaHost, Entrance } from './host';
import { describe } from './host';
import type { LaneAnswer } from './laneService';
import { transfersOf } from './laneService';
import { surroundings } from './nodeSurroundings';

/** Heap that a lane may use, in MB: some build a DOM or objects of 50 MB of text. */
const heap = 8192;

function openLane(): LaneLink {
  const worker = new Worker(new URL('./nodeLane.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  return {
    ask: (call) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners();
        worker.on('message', (data: { answer: LaneAnswer } | { error: string }) => {
          if ('error' in data) reject(new Error(data.error));
          else resolve(data.answer);
        });
        worker.on('error', reject);
        worker.postMessage(call, transfersOf(call));
      }),
    close: () => void worker.terminate(),
  };
}

let arena: Arena | null = null;

const host: ArenaHost = {
  describe: () => describe(contestants(fileAccess, store)),
  async enter({ names, document, stored, facts, small, manner, xsd }: Entrance) {
    const given = stored ? { path: document, bytes: statSync(document).size } : bytesOf(document);
    arena = new Arena(openLane, await surroundings(xsd));
    return arena.enter(names, given, facts, bytesOf(small), manner);
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

/** The bytes in a buffer of their own: a small file's would lie in one that Node.js shares. */
function bytesOf(path: string): Bytes {
  return new Uint8Array(readFileSync(path));
}

type Call = {
  [Name in keyof ArenaHost]: { name: Name; args: Parameters<ArenaHost[Name]> };
}[keyof ArenaHost];

function answer(line: string): unknown {
  const { name, args } = JSON.parse(line) as Call;
  // The call's name and arguments belong together, which the type of an indexed call cannot say.
  const method = host[name] as (...given: unknown[]) => unknown;
  return method(...args);
}

for await (const line of createInterface({ input: process.stdin })) {
  let said: { value: unknown } | { error: string };
  try {
    said = { value: await answer(line) };
  } catch (error) {
    said = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
process.exit(0);

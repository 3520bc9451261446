/** The entry of a thread of the command line. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { fileAccess } from '../src/intake/fileAccess';
import { Engine } from '../src/engine/engine';
import { transferables } from './protocol';
import { EngineService } from './service';

const port = parentPort;
if (!port) throw new Error('This module is the entry of a worker thread');

expose(
  new EngineService({
    makeInspector: (module, access) => new Engine({ module, access }),
    access: fileAccess,
    post: (packet) => port.postMessage(packet, transferables(packet)),
    subtle: globalThis.crypto.subtle,
  }),
  nodeEndpoint(port),
);

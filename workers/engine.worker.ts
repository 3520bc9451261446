/** The entry of a browser's worker. */
import { expose, type Endpoint } from 'comlink';
import { Engine } from '../src/engine/engine';
import { blobAccess } from '../src/intake/bytes';
import { transferables, type Packet } from './protocol';
import { releaseBuffer } from './release';
import { EngineService } from './service';

/** What of a worker's global scope is used here; the compiler takes it for a window's. */
interface WorkerScope {
  postMessage(packet: Packet, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope & Endpoint;

// A promise that nobody waits for must end the worker as any other error does, or the page would
// wait for ever.
addEventListener('unhandledrejection', ({ reason }) => {
  reportError(reason);
});

expose(
  new EngineService({
    makeInspector(module, access) {
      const engine = new Engine({ module, access });
      // A failure here will show, and be told, when a file needs the same.
      engine.prepare().catch(reportError);
      return engine;
    },
    access: { ...blobAccess, release: releaseBuffer },
    post: (packet) => scope.postMessage(packet, transferables(packet)),
    subtle: (globalThis.crypto as Crypto | undefined)?.subtle,
  }),
  scope,
);

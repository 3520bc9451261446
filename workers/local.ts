import type { BytesAccess } from '../src/intake/bytes';
import type { Spawn } from './link';
import { EngineService, type InspectorFactory } from './service';

/** How the engine is made where the page itself has to do a worker's work. */
export interface LocalEngine {
  makeInspector: InspectorFactory;
  access: BytesAccess;
}

/**
 * A "worker" in the page's own thread, for places where none can be started. It keeps the same
 * protocol, but cannot be killed in the midst of a file: `kill` stops it at its next chunk, and
 * nothing is heard of it any more.
 */
export function localSpawn(engine: LocalEngine): Spawn {
  return (events) => {
    let over = false;
    const service = new EngineService({
      ...engine,
      subtle: (globalThis.crypto as Crypto | undefined)?.subtle,
      // Later, as from a thread: the pool may answer with a call, and the service is not done yet.
      post: (packet) =>
        queueMicrotask(() => {
          if (!over) events.messages(packet);
        }),
    });
    return {
      start: (setup) => service.start(setup),
      run: (items, epoch) => queueMicrotask(() => service.run(items, epoch)),
      readSegment: (item) => queueMicrotask(() => service.readSegment(item)),
      begun: (item, segment) => service.begun(item, segment),
      segmentRead: (item, segment, result) => service.segmentRead(item, segment, result),
      giveBack: (items) => service.giveBack(items),
      cancel: (item) => service.cancel(item),
      answer: (lookup, known) => service.answer(lookup, known),
      digest: (item) => queueMicrotask(() => service.digest(item)),
      neighboursFound: (question, answers) => service.neighboursFound(question, answers),
      kill() {
        over = true;
        service.stop();
      },
      hold() {
        // The page's thread needs nothing to stay alive.
      },
    };
  };
}

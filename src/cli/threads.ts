import { createNodePool } from '../../workers/nodePool';
import { Engine } from '../engine/engine';
import { fileAccess } from '../intake/fileAccess';
import type { Surroundings } from '../project/surroundings';
import type { Checkers } from './host';

/** Checks in a pool of threads; where none can be started, the pool works in this one and says so. */
export function checkersInThreads(
  module: WebAssembly.Module,
  threads: number,
  surroundings: Surroundings,
  onNotice: (text: string) => void,
): Checkers {
  const pool = createNodePool({
    module,
    size: threads,
    local: {
      makeInspector: (compiled, access) => new Engine({ module: compiled, access }),
      access: fileAccess,
    },
    surroundings,
    onNotice,
  });
  return { inspector: pool, close: () => pool.dispose() };
}

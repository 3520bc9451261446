import { readFileSync } from 'node:fs';
import { brokenReport, crashFinding } from '../../workers/crash';
import { Engine } from '../engine/engine';
import type { Inspector } from '../engine/inspection';
import { fileAccess } from '../intake/fileAccess';
import { withNeighbours } from '../project/inspector';
import type { Surroundings } from '../project/surroundings';
import type { Checkers } from './host';

/** The tokenizer, compiled; its binary lies beside the program, where the build puts it. */
export function tokenizerModule(): WebAssembly.Module {
  // Its functions are compiled when they are called first, so there is nothing to wait for.
  return new WebAssembly.Module(readFileSync(new URL('./tokenizer.wasm', import.meta.url)));
}

/** Checks in this thread: no time goes by until a thread has started. */
export function checkersHere(
  module: WebAssembly.Module,
  surroundings: Surroundings,
  onNotice: (text: string) => void,
): Checkers {
  const makeEngine = (): Inspector => new Engine({ module, access: fileAccess });
  const inspector = withNeighbours(survivor(makeEngine), surroundings, onNotice);
  return { inspector, close: () => undefined };
}

/**
 * An engine that breaks on a file, which is a fault in the program, becomes a finding on that file,
 * and the next file gets a new engine: nobody knows what the broken one still holds.
 */
export function survivor(makeEngine: () => Inspector): Inspector {
  let engine = makeEngine();
  return {
    async inspect(source, options, events, signal) {
      try {
        return await engine.inspect(source, options, events, signal);
      } catch (error) {
        signal.throwIfAborted();
        engine = makeEngine();
        const reason = error instanceof Error ? error.message : String(error);
        const report = brokenReport(source, [], crashFinding(source.path, reason));
        return { type: 'file', report };
      }
    },
    digest: async (source, signal) => (await engine.digest?.(source, signal)) ?? null,
  };
}

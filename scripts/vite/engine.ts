import { relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { engineInputs, root, wasmInputs } from '../lib/project.mjs';
import { ensureWasm } from '../lib/wasm.mjs';
import { engineVersion } from './engineVersion.ts';

const token = '__ENGINE_VERSION__';

/**
 * Compiles the tokenizer before anything asks for its binary, and puts the engine's version in the
 * place of `__ENGINE_VERSION__`. While developing, a change of the engine's sources compiles what
 * is to be compiled, renews the version and reloads the page: a running worker cannot change its
 * engine.
 */
export function engine(): Plugin {
  let serving = false;
  return {
    name: 'scrutineer:engine',
    enforce: 'pre',
    config: (_, { command }) => {
      serving = command === 'serve';
      return serving ? {} : { define: { [token]: JSON.stringify(engineVersion()) } };
    },
    async buildStart() {
      await ensureWasm();
    },
    transform(code) {
      // A constant given to `define` would last as long as the server.
      if (!serving || !code.includes(token)) return null;
      return { code: code.replaceAll(token, JSON.stringify(engineVersion())), map: null };
    },
    configureServer: renewOnChange,
  };
}

function renewOnChange(server: ViteDevServer): void {
  let renewing = Promise.resolve();
  const changed = (file: string): void => {
    const path = relative(root, file).replaceAll('\\', '/');
    if (path.endsWith('.test.ts') || !liesIn(path, engineInputs)) return;
    renewing = renewing
      .then(async () => {
        if (liesIn(path, wasmInputs)) await ensureWasm();
        server.environments.client.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      })
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        server.config.logger.error(message, { timestamp: true });
        server.ws.send({ type: 'error', err: { message, stack: '' } });
      });
  };
  for (const input of wasmInputs) server.watcher.add(`${root}/${input}`);
  server.watcher.on('add', changed).on('change', changed).on('unlink', changed);
}

function liesIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

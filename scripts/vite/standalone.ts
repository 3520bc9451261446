import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../lib/project.mjs';

/** A script that is a file of its own, with a name that stays: others load it by that name. */
interface Standalone {
  entry: string;
  format: 'iife' | 'es';
}

/** What is built of which module, relative to the root. */
export const standaloneScripts = {
  'embed.js': { entry: 'src/embed/host/classic.ts', format: 'iife' },
  'embed.module.js': { entry: 'src/embed/host/module.ts', format: 'es' },
  'embed-start.js': { entry: 'src/embed/start.ts', format: 'iife' },
} as const satisfies Record<string, Standalone>;

const scripts: Readonly<Record<string, Standalone>> = standaloneScripts;

/**
 * Builds the scripts that pages of other sites load to embed the viewer, and the one that runs
 * before it, each into one file. While developing they are built whenever they are asked for.
 */
export function standalone(): Plugin {
  return {
    name: 'scrutineer:standalone',
    async generateBundle() {
      for (const [fileName, script] of Object.entries(scripts)) {
        this.emitFile({ type: 'asset', fileName, source: await buildScript(script) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const script = scripts[request.url?.slice(1) ?? ''];
        if (!script) {
          next();
          return;
        }
        buildScript(script).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}

/** The code of a script and of all that it imports. */
export async function buildScript({ entry, format }: Standalone): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(root, entry),
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = outputs;
  if (outputs.length !== 1 || chunk?.type !== 'chunk') {
    throw new Error(`${entry} does not make one script.`);
  }
  return chunk.code;
}

import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { root, wasmOutput } from './scripts/lib/project.mjs';
import { engine } from './scripts/vite/engine.ts';
import { tables } from './scripts/vite/tables.ts';

/**
 * The command line: everything it needs in one flat folder, so that `./tokenizer.wasm` and
 * `./node.js` (the entry of its worker threads) lie beside whatever module asks for them.
 */
export default defineConfig({
  plugins: [engine(), tables(), wasmBeside()],
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    license: { fileName: 'licences.md' },
    target: 'node20',
    minify: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { main: 'src/cli/main.ts', node: 'workers/node.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

function wasmBeside(): Plugin {
  return {
    name: 'scrutineer:wasm-beside',
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The command line needs a folder to be built into.');
      copyFileSync(join(root, wasmOutput), join(dir, basename(wasmOutput)));
    },
  };
}

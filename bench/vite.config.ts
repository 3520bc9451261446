import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vite';
import { root, wasmOutput } from '../scripts/lib/project.mjs';
import { engine } from '../scripts/vite/engine.ts';

const outputs = join(root, 'dist', 'bench');

/** For Node.js; the peers are taken from node_modules as they are. */
const node: UserConfig = {
  root,
  publicDir: false,
  plugins: [
    engine(),
    {
      name: 'scrutineer:wasm-beside',
      writeBundle({ dir }) {
        copyFileSync(join(root, wasmOutput), join(dir ?? '', basename(wasmOutput)));
      },
    },
  ],
  build: {
    ssr: true,
    rolldownOptions: {
      input: {
        node: 'bench/contest/node.ts',
        nodeLane: 'bench/contest/nodeLane.ts',
        alone: 'bench/contest/alone.ts',
        scenario: 'bench/scenario.ts',
        poolRun: 'bench/stress/poolRun.ts',
        poolWorker: 'workers/node.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
    outDir: join(outputs, 'node'),
    emptyOutDir: true,
    target: 'node20',
  },
};

/** For a browser: a page and its workers. */
const page: UserConfig = {
  root: join(root, 'bench', 'contest'),
  base: './',
  publicDir: false,
  plugins: [engine()],
  worker: { format: 'es', plugins: () => [engine()] },
  build: {
    outDir: join(outputs, 'page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
};

export default defineConfig(({ mode }) => (mode === 'node' ? node : page));

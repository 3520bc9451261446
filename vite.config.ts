import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { appBuild } from './scripts/vite/appBuild.ts';
import { engine } from './scripts/vite/engine.ts';
import { offline } from './scripts/vite/offline.ts';
import { standalone } from './scripts/vite/standalone.ts';
import { tables } from './scripts/vite/tables.ts';

/**
 * The app. Addresses of its files are relative, so that it works from any folder of any server;
 * nothing is inlined into the page, so that a strict content security policy holds.
 *
 * Workers are module workers: `new Worker(new URL('…', import.meta.url), { type: 'module' })`. The
 * tokenizer's binary is `import url from '…/build/tokenizer.wasm?url'`.
 */
export default defineConfig({
  base: './',
  define: { __APP_BUILD__: JSON.stringify(appBuild()) },
  plugins: [engine(), tables(), svelte(), standalone(), offline()],
  worker: {
    format: 'es',
    plugins: () => [engine(), tables()],
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { port: 5173 },
  build: {
    outDir: 'dist/app',
    license: { fileName: 'licences.md' },
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'embed.html'],
      checks: { bundlerTimings: false },
    },
  },
});

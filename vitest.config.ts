import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { engineVersion } from './scripts/vite/engineVersion.ts';

const define = { __ENGINE_VERSION__: JSON.stringify(engineVersion()) };
const compileTokenizer = './scripts/vite/compileTokenizer.ts';

/** Tests beside the code (`unit`), and those that measure it by the world's yardsticks (`conformance`). */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        define,
        test: {
          name: 'unit',
          environment: 'node',
          // Style sheets are empty in tests, but not those that are read as texts.
          css: { include: [/\.css\?raw$/] },
          globalSetup: compileTokenizer,
          include: ['{src,workers,scripts,wasm,bench}/**/*.test.ts'],
          exclude: ['wasm/conformance/**'],
        },
      },
      {
        define,
        test: {
          name: 'conformance',
          environment: 'node',
          globalSetup: compileTokenizer,
          include: ['{conformance,wasm/conformance}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});

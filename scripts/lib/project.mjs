import { fileURLToPath } from 'node:url';

/** The folder of the checkout or of the installed package, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the tokenizer's binary is compiled from, relative to the root. */
export const wasmInputs = ['wasm/assembly', 'wasm/asconfig.json'];

/** The tokenizer's binary, relative to the root. */
export const wasmOutput = 'build/tokenizer.wasm';

/**
 * Everything that decides what a check says of a file. Results kept from earlier visits are good as
 * long as none of it changes.
 */
export const engineInputs = [
  ...wasmInputs,
  'src/engine',
  'src/findings',
  'src/formats',
  'src/intake',
  'src/project',
  'src/rules',
  'src/schema',
  'src/tape',
  'src/text',
  'src/tree',
];

/** What goes into either product, and how each is named. */
export const products = {
  app: {
    title: 'the app',
    output: 'dist/app',
    config: 'vite.config.ts',
    inputs: [
      'src',
      'workers',
      'wasm',
      'public',
      'index.html',
      'embed.html',
      'vite.config.ts',
      'svelte.config.js',
    ],
  },
  cli: {
    title: 'the command line',
    output: 'dist/cli',
    config: 'vite.cli.config.ts',
    inputs: ['src', 'workers', 'wasm', 'vite.cli.config.ts'],
  },
};

/** Inputs that all products share. */
export const commonInputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/vite'];

/** @typedef {keyof typeof products} Product */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The tokenizer as `npm run build:wasm` made it, for tests. */
export const tokenizerModule = new WebAssembly.Module(
  readFileSync(fileURLToPath(new URL('../../../build/tokenizer.wasm', import.meta.url))),
);

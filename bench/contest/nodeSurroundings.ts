import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surroundings } from './contestant';

/** What contestants are given in Node.js; the tokenizer's binary lies beside the built program. */
export async function surroundings(xsd: string | null): Promise<Surroundings> {
  const require = createRequire(import.meta.url);
  return {
    tokenizer: await WebAssembly.compile(
      readFileSync(new URL('./tokenizer.wasm', import.meta.url)),
    ),
    saxWasm: new Uint8Array(readFileSync(require.resolve('sax-wasm/lib/sax-wasm.wasm'))),
    xsd,
  };
}

import { ensureWasm } from '../lib/wasm.mjs';

/** Tests read the tokenizer's binary from build/: it has to be there, and of the present sources. */
export async function setup(): Promise<void> {
  await ensureWasm();
}

// Compiles wasm/assembly into build/tokenizer.wasm where it is out of date.
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { ensureWasm } from './lib/wasm.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureWasm();
});

// Serves the app from its sources; a change shows at once, the tokenizer's after it is compiled.
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { ensureWasm } from './lib/wasm.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureWasm();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const status = await run(process.execPath, [vite, ...process.argv.slice(2)], { cwd: root });
  process.exitCode = status;
});

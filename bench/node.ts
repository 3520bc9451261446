// Measures in Node.js: takes a task as JSON on standard input, writes the results as JSON.
import { readFileSync } from 'node:fs';
import { ours } from './ours';
import { peers } from './peers';
import type { Task } from './tasks';
import { perform } from './tasks';

const task = JSON.parse(readFileSync(0, 'utf8')) as Task;
const tokenizer = await WebAssembly.compile(
  readFileSync(new URL('./tokenizer.wasm', import.meta.url)),
);
const results = await perform([...ours, ...peers], task, { tokenizer, xsd: task.xsd });
process.stdout.write(JSON.stringify(results));

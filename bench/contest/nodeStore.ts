import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { Store } from './whole';

/** All threads of the process share a folder: one that is ended has no time to clear up. */
const folder = join(tmpdir(), `scrutineer-bench-${process.pid}`);

if (isMainThread) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Puts a document into a file of this thread's own, which goes when the process does. */
export const store: Store = (document) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${threadId}.xosc`);
  writeFileSync(file, document);
  return { file, start: 0, end: document.length };
};

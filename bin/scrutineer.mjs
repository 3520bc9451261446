#!/usr/bin/env node
// The command `scrutineer`. In a checkout it first builds what is out of date, which takes a few
// milliseconds when nothing is; nothing but the program itself writes to standard output.
import module from 'node:module';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { requireNode } from '../scripts/lib/node.mjs';

try {
  requireNode();
  await ensureBuilt('cli');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
// Newer versions of Node.js keep compiled code for the next time.
module.enableCompileCache?.();
await import('../dist/cli/main.js');

import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { version } from '../../package.json';
import { checkersHere, tokenizerModule } from './checkers';
import { fileAccess } from '../intake/fileAccess';
import type { Surroundings } from '../project/surroundings';
import type { Checkers } from './host';
import { status } from './host';
import { run } from './run';

/** Checkers in this thread, or in others; the code for the latter is loaded only where needed. */
async function start(threads: number, surroundings: Surroundings): Promise<Checkers> {
  const module = tokenizerModule();
  if (threads === 1) return checkersHere(module, surroundings, tellNotice);
  const { checkersInThreads } = await import('./threads');
  return checkersInThreads(module, threads, surroundings, tellNotice);
}

function tellNotice(notice: string): void {
  process.stderr.write(`scrutineer: ${notice}\n`);
}

async function readAll(path: string): Promise<Blob> {
  const parts: Buffer<ArrayBuffer>[] = [];
  const stream: AsyncIterable<Buffer<ArrayBuffer>> =
    path === '-' ? process.stdin : createReadStream(path);
  for await (const part of stream) parts.push(part);
  return new Blob(parts);
}

/** What is not the fault of any file: the program's own. */
function report(error: unknown): number {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`scrutineer: stopped by a fault of its own. Please report this:\n${said}\n`);
  return status.couldNotRun;
}

// Not `process.exit`: what is being written to a pipe would be cut.
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  version,
  parallelism: availableParallelism(),
  access: fileAccess,
  readAll,
  start,
}).catch(report);

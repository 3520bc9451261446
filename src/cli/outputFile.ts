import { createWriteStream, openSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Given } from './gather';
import type { WriteOptions } from './options';
import { UsageError } from './options';
import { Output } from './output';

/** The file for a report cannot be written; the message says which, and why. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
}

/** A file that a report is written to. */
class OutputFile {
  readonly output: Output;
  readonly #stream: ReturnType<typeof createWriteStream>;

  /** Opens a file, and empties it. Throws what the platform says where that cannot be done. */
  constructor(path: string) {
    this.#stream = createWriteStream(path, { fd: openSync(path, 'w') });
    this.output = new Output(this.#stream);
  }

  /** Writes what is held back and closes the file. Rejects where something could not be written. */
  async close(): Promise<void> {
    try {
      await this.output.flush();
    } finally {
      await new Promise<void>((closed) => this.#stream.end(closed));
    }
  }
}

/**
 * The files that are given, without the one that the report is written to: in a folder, that is the
 * report of the last time. Throws UsageError where it was given by its name, and would be lost.
 */
export function inputsBeside(
  given: readonly Given[],
  { output }: Pick<WriteOptions, 'output'>,
): Given[] {
  if (output === null) return [...given];
  const written = resolve(output);
  return given.filter((one) => {
    if (!('source' in one) || one.source.bytes instanceof Blob) return true;
    if (resolve(one.source.bytes.file) !== written) return true;
    if (one.source.origin === 'found') return false;
    throw new UsageError(`“${output}” is to be read, and cannot be written to as well`);
  });
}

/**
 * Has something written to the file that was asked for, or else to standard output. Throws
 * Unwritable where the file cannot be written.
 */
export async function writingTo<T>(
  { output: path }: Pick<WriteOptions, 'output'>,
  stdout: Output,
  write: (output: Output) => Promise<T>,
): Promise<T> {
  if (path === null) return write(stdout);
  let file: OutputFile;
  try {
    file = new OutputFile(path);
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    return await write(file.output);
  } finally {
    await file.close().catch((error: unknown) => {
      throw unwritable(path, error);
    });
  }
}

/** That a file cannot be written, and why. */
function unwritable(path: string, error: unknown): Unwritable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  return new Unwritable(`“${path}” cannot be written: ${reasons[code] ?? said}`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

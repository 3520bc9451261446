/** A world for the tests of the command line: a fake engine, and streams that collect. */
import type { Inspection, Inspector } from '../../engine/inspection';
import type { Finding } from '../../findings/finding';
import type { FileReport } from '../../findings/report';
import { bareReport, countFindings, isClean } from '../../findings/report';
import { listArchive } from '../../intake/archive';
import { chunksOf, concat } from '../../intake/chunks';
import { openContent } from '../../intake/open';
import type { Source } from '../../intake/source';
import { unreadableFinding, UnreadableSource } from '../../intake/unreadable';
import { fileAccess } from '../../intake/fileAccess';
import type { TextSink } from '../output';
import type { Host } from '../host';
import { run } from '../run';

/** Finds an error at every `BAD`, and opens archives; a file that begins with `slow` takes a while. */
export const fakeInspector: Inspector = {
  async inspect(source, { elementsAt }, events, signal): Promise<Inspection> {
    if (elementsAt) {
      const paths = Array.from(elementsAt, (offset) => `/at[${offset}]`);
      events.bytes?.(new TextEncoder().encode(JSON.stringify(paths)).buffer);
      return { type: 'file', report: reportOn(source, []) };
    }
    try {
      const { sniffed, stream } = await openContent(source, fileAccess, signal);
      if (sniffed.kind === 'zip') {
        await stream.cancel();
        const { entries, findings } = await listArchive(source, fileAccess, signal);
        const report = findings.length > 0 ? reportOn(source, findings) : null;
        return { type: 'archive', entries, report };
      }
      const chunks: Uint8Array[] = [];
      for await (const chunk of chunksOf(stream, signal)) chunks.push(chunk);
      const total = chunks.reduce((sum, { length }) => sum + length, 0);
      const text = new TextDecoder().decode(concat(chunks, total));
      if (text.startsWith('slow')) await new Promise((done) => setTimeout(done, 30));
      return {
        type: 'file',
        report: reportOn(source, findBad(source.path, text)),
      };
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      return {
        type: 'file',
        report: reportOn(source, [unreadableFinding(source.path, error)]),
      };
    }
  },
};

function findBad(path: string, text: string): Finding[] {
  return Array.from(text.matchAll(/BAD/g), ({ index }): Finding => {
    const before = text.slice(0, index);
    const line = before.split('\n').length;
    const column = index - before.lastIndexOf('\n');
    const offset = new TextEncoder().encode(before).length;
    return {
      rule: 'test:bad',
      code: 'bad',
      level: 'structure',
      severity: 'error',
      message: 'This is bad',
      path,
      span: {
        offset,
        endOffset: offset + 3,
        line,
        column,
        endLine: line,
        endColumn: column + 3,
      },
    };
  });
}

function reportOn(source: Source, findings: Finding[]): FileReport {
  const verdict = isClean(countFindings(findings)) ? 'valid' : 'invalid';
  return { ...bareReport(source.path, verdict, findings), format: 'test' };
}

/** What one run of the command line printed. */
export interface Ran {
  status: number;
  out: string;
  err: string;
  /** How many threads were asked for, in the order of asking. */
  threads: number[];
  /** Paths in what was printed, where that was JSON lines. */
  readonly paths: string[];
}

/** Runs the command line in a world of its own. */
export async function runIn(args: readonly string[], rest: Partial<Host> = {}): Promise<Ran> {
  const out = new Collector();
  const err = new Collector();
  const threads: number[] = [];
  const status = await run(args, {
    stdout: out,
    stderr: err,
    env: {},
    version: '1.2.3',
    parallelism: 2,
    access: fileAccess,
    readAll: () => Promise.resolve(new Blob([])),
    start: (count) => {
      threads.push(count);
      return Promise.resolve({
        inspector: fakeInspector,
        close: () => undefined,
      });
    },
    ...rest,
  });
  return {
    status,
    out: out.text,
    err: err.text,
    threads,
    get paths() {
      const lines = out.text.split('\n').filter((line) => line !== '');
      return lines.map((line) => (JSON.parse(line) as { path: string }).path);
    },
  };
}

export class Collector implements TextSink {
  text = '';
  isTTY = false;

  write(text: string, done: () => void): boolean {
    this.text += text;
    done();
    return true;
  }

  on(): void {
    return undefined;
  }
}

import type {
  InspectEvents,
  Inspection,
  InspectOptions,
  Inspector,
  SegmentJob,
} from '../../src/engine/inspection';
import { IssueBlock } from '../../src/engine/issueBlock';
import type { SegmentResult } from '../../src/engine/segmentReader';
import { levels, wholeFileSpan, type Finding } from '../../src/findings/finding';
import { countFindings } from '../../src/findings/report';
import type { Digest, Neighbour } from '../../src/rules/neighbours';
import type { BytesAccess } from '../../src/intake/bytes';
import type { ByteRange, Source } from '../../src/intake/source';
import { ListedDirectories } from '../../src/project/listed';
import type { Surroundings } from '../../src/project/surroundings';
import type { ResultCache } from '../../src/store/cache';
import type { LinkEvents, Spawn, WorkerLink } from '../link';
import type { WorkerMessage } from '../protocol';
import { EngineService } from '../service';

/* A worker without a thread, for tests: the real service behind a link that can be made to fail. */

/** What a simulated file is, and how it misbehaves when it is inspected. */
export interface SimulatedFile {
  name: string;
  findings: number;
  /** Milliseconds that each of its few chunks takes. */
  slow: number;
  behaviour: 'file' | 'unclaimed' | 'archive' | 'trap' | 'fatal' | 'endless';
  size: number;
  /** Paths of files that it asks for. */
  looks?: readonly string[];
}

/** Thrown by the inspector to end the whole worker, as running out of memory would. */
class WorkerDeath extends Error {}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function sourceOf(file: SimulatedFile): Source {
  return {
    path: file.name,
    bytes: { file: JSON.stringify(file), start: 0, end: file.size },
    packing: 'none',
    size: file.size,
    origin: 'named',
    nesting: 0,
  };
}

function fileOf(range: ByteRange): SimulatedFile {
  if (range instanceof Blob) throw new TypeError('Simulated files are ranges');
  return JSON.parse(range.file) as SimulatedFile;
}

/** The content of a simulated file is its description, so that equal content behaves alike. */
export const simulatedAccess: BytesAccess = {
  size: (range) => fileOf(range).size,
  slice: (range) => range,
  stream: (range) => new Blob([JSON.stringify(fileOf(range))]).stream(),
  read: (range) => {
    const content = { ...fileOf(range), name: '' };
    return Promise.resolve(new TextEncoder().encode(JSON.stringify(content)));
  },
};

function findingOf(file: SimulatedFile, at: number): Finding {
  return {
    rule: 'simulated:rule',
    code: 'simulated',
    level: 'structure',
    severity: at % 3 === 0 ? 'error' : 'warning',
    message: `finding ${at}`,
    path: file.name,
    span: { ...wholeFileSpan, offset: at },
  };
}

type Digesting = (source: Source, signal: AbortSignal) => Promise<Digest | null>;

export class SimulatedInspector implements Inspector {
  inspections = 0;
  asked: InspectOptions[] = [];
  /** Segments that came from another worker. */
  helped = 0;
  /** Files that digests were made of, in that order. */
  digested: string[] = [];
  /** What each file that asked was told, by its name. */
  readonly looked = new Map<string, Neighbour[] | null>();

  async #digestNow(source: Source, signal: AbortSignal): Promise<Digest | null> {
    const file = fileOf(source.bytes);
    this.digested.push(file.name);
    await pause(file.slow);
    if (file.behaviour === 'endless') await pause(1e9);
    if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    if (file.behaviour === 'trap') throw new RangeError('unreachable');
    if (file.behaviour === 'fatal') throw new WorkerDeath('out of memory');
    if (file.behaviour === 'unclaimed') return null;
    return { pack: 'simulated', bytes: new TextEncoder().encode(file.name) };
  }

  /** The engine of one worker makes one digest after the other. */
  digesting(): Digesting {
    let turn: Promise<unknown> = Promise.resolve();
    return (source, signal) => {
      const digest = turn.then(() => this.#digestNow(source, signal));
      turn = digest.catch(() => undefined);
      return digest;
    };
  }

  readonly digest = this.digesting();

  async readSegment(job: SegmentJob, signal: AbortSignal): Promise<SegmentResult | null> {
    const file = fileOf(job.source.bytes);
    await pause(file.slow);
    if (file.behaviour === 'endless') await pause(1e9);
    if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    if (file.behaviour === 'trap') throw new RangeError('unreachable');
    if (file.behaviour === 'fatal') throw new WorkerDeath('out of memory');
    if (file.findings % 5 === 4) return null;
    const issues = new IssueBlock(new Uint32Array(0), new Uint8Array(0));
    return { start: job.start, segment: null, issues, more: [], index: [] };
  }

  async inspect(
    source: Source,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection> {
    this.inspections += 1;
    this.asked.push(options);
    const file = fileOf(source.bytes);
    if (file.looks) {
      const asked = file.looks.map((path) => ({ path, want: 'file' as const }));
      this.looked.set(file.name, (await events.neighbours?.look(asked)) ?? null);
    }
    const divided = options.tape
      ? null
      : events.help?.({ size: file.size, schema: null, index: false });
    const findings: Finding[] = [];
    const chunks = 3;
    for (let chunk = 0; chunk < chunks; chunk++) {
      await pause(file.slow);
      if (file.behaviour === 'endless') await pause(1e9);
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      if (chunk === 1 && file.behaviour === 'trap') throw new RangeError('unreachable');
      if (chunk === 1 && file.behaviour === 'fatal') throw new WorkerDeath('out of memory');
      const batch: Finding[] = [];
      while (findings.length < (file.findings * (chunk + 1)) / chunks) {
        const finding = findingOf(file, findings.length);
        findings.push(finding);
        batch.push(finding);
      }
      if (batch.length > 0) events.findings?.(batch);
      events.progress?.((file.size * (chunk + 1)) / chunks, file.size);
      if (options.tape) events.tape?.(Uint32Array.of(chunk, file.size).buffer);
    }
    for (const [index, start] of divided?.plan.starts.entries() ?? []) {
      await pause(file.slow);
      const claimed = await divided?.help.claim(index);
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      if (!claimed || claimed === 'yours') continue;
      if (claimed.start !== start) throw new Error('a segment of something else');
      this.helped += 1;
    }
    divided?.help.end();
    const about = { title: `about ${file.name}`, summary: '', columns: [], rows: [] };
    events.insight?.({ values: [], tables: [about] });
    if (file.behaviour === 'archive') {
      const inner = { ...file, name: `${file.name}/inner`, behaviour: 'file' as const };
      return { type: 'archive', entries: [sourceOf(inner)], report: null };
    }
    const counts = countFindings(findings);
    // Reversed where the number is odd: a report need not be in the order of telling.
    const ordered = file.findings % 2 === 1 ? [...findings].reverse() : findings;
    return {
      type: 'file',
      report: {
        path: source.path,
        format: file.behaviour === 'unclaimed' ? null : 'simulated',
        version: '1.0',
        kind: 'thing',
        verdict: counts.error > 0 ? 'invalid' : 'valid',
        counts,
        findings: ordered,
        omitted: 0,
        size: file.size,
        elements: levels.indexOf(options.level),
        ms: 1,
      },
    };
  }
}

/** A digest that needs no thread, so that simulated time is all the time there is. */
export const simulatedSubtle = {
  digest: (_: string, bytes: Uint8Array) => {
    const digest = new Uint8Array(32);
    bytes.forEach((byte, at) => {
      digest[at % 32] = ((digest[at % 32] ?? 0) * 31 + byte + at) & 255;
    });
    return Promise.resolve(digest.buffer);
  },
} as unknown as SubtleCrypto;

export interface Trouble {
  /** The nth start (from 0) fails: by throwing, by dying, or by never answering. */
  start?: (n: number) => 'well' | 'throws' | 'dies' | 'hangs';
  /** Milliseconds until the nth worker dies for no reason, or null. */
  deathAfter?: (n: number) => number | null;
  /** Whether the nth worker hears no cancel. */
  deaf?: (n: number) => boolean;
}

/** Starts simulated workers; what passes is cloned, as between threads. */
export class Simulation {
  started = 0;
  alive = 0;
  killed = 0;
  posted: WorkerMessage[][] = [];
  readonly inspector = new SimulatedInspector();
  readonly #trouble: Trouble;
  readonly #subtle: SubtleCrypto | null;

  constructor(trouble: Trouble = {}, subtle: SubtleCrypto | null = simulatedSubtle) {
    this.#trouble = trouble;
    this.#subtle = subtle;
  }

  readonly spawn: Spawn = (events) => {
    const number = this.started++;
    const start = this.#trouble.start?.(number) ?? 'well';
    if (start === 'throws') throw new Error('no workers here');
    return this.#link(number, start, events);
  };

  #link(number: number, start: 'well' | 'dies' | 'hangs', events: LinkEvents): WorkerLink {
    let over = false;
    this.alive += 1;
    const end = () => {
      if (over) return false;
      over = true;
      this.alive -= 1;
      return true;
    };
    const die = (reason: string) => {
      if (end()) events.died(reason);
    };
    const mortal = async <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: unknown) => {
        if (!(error instanceof WorkerDeath)) throw error;
        die(error.message);
        return new Promise(() => undefined);
      });
    const digest = this.inspector.digesting();
    const service = new EngineService({
      makeInspector: () => ({
        inspect: (source, options, told, signal) =>
          mortal(this.inspector.inspect(source, options, told, signal)),
        readSegment: (job, signal) => mortal(this.inspector.readSegment(job, signal)),
        digest: (source, signal) => mortal(digest(source, signal)),
      }),
      access: simulatedAccess,
      subtle: this.#subtle ?? undefined,
      post: (packet) => {
        const clone = structuredClone(packet);
        this.posted.push(clone);
        later(() => events.messages(clone));
      },
    });
    const later = (call: () => void) =>
      setTimeout(() => {
        if (!over) call();
      }, 1);
    const lifetime = this.#trouble.deathAfter?.(number) ?? null;
    if (lifetime !== null) setTimeout(() => die('gone'), lifetime);
    if (start === 'dies') setTimeout(() => die('stillborn'), 2);
    const deaf = this.#trouble.deaf?.(number) ?? false;
    return {
      start: async (setup) => {
        await pause(16);
        if (start !== 'well') await pause(1e9);
        return service.start(setup);
      },
      run: (items, epoch) => void later(() => service.run(structuredClone(items), epoch)),
      readSegment: (item) => void later(() => service.readSegment(structuredClone(item))),
      begun: (item, segment) => void later(() => service.begun(item, segment)),
      segmentRead: (item, segment, result) =>
        void later(() => service.segmentRead(item, segment, result)),
      giveBack: (items) => void later(() => service.giveBack(items)),
      cancel: (item) => void later(() => !deaf && service.cancel(item)),
      answer: (lookup, known) => void later(() => service.answer(lookup, known)),
      digest: (item) => void later(() => service.digest(structuredClone(item))),
      neighboursFound: (question, answers) => {
        const clone = structuredClone(answers);
        later(() => service.neighboursFound(question, clone));
      },
      kill: () => {
        if (end()) this.killed += 1;
      },
      hold: () => undefined,
    };
  }
}

/** Simulated files that lie around others; all but standard input (`-`) can ask for them. */
export class SimulatedSurroundings extends ListedDirectories implements Surroundings {
  epoch = 1;
  readonly listing = null;

  constructor(files: readonly SimulatedFile[]) {
    super(files.map((file) => ({ ...sourceOf(file), origin: 'found' })));
  }

  addFile(file: SimulatedFile): void {
    this.add({ ...sourceOf(file), origin: 'found' });
    this.epoch += 1;
  }

  surrounds({ path }: Source): boolean {
    return path !== '-';
  }
}

/** A result cache that answers after a while. */
export class SimulatedCache implements ResultCache {
  readonly kept = new Map<string, ArrayBuffer>();
  lookups = 0;

  async lookup(keys: readonly string[]): Promise<(ArrayBuffer | undefined)[]> {
    this.lookups += 1;
    await pause(3);
    return keys.map((key) => this.kept.get(key));
  }

  keep(key: string, bytes: ArrayBuffer): void {
    this.kept.set(key, bytes);
  }
}

/** An empty module: simulated inspectors do not look at it. */
export const emptyModule = new WebAssembly.Module(
  Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00),
);

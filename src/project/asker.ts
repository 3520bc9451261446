import { unlessAborted } from '../intake/abort';
import type { Asked, Neighbour, Neighbours } from '../rules/neighbours';
import { folderOf, joinPath, relativePath } from './paths';
import type { Answers, Wanted } from './neighbourhood';

/** Bytes of digests that are remembered, at most: then everything is asked for anew. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Asks for documents' neighbours, and remembers the answers as long as the surroundings stay as they
 * are: a hundred documents of a folder that refer to the same files ask once.
 */
export class Asker {
  readonly #ask: (wanted: Wanted[]) => Promise<Answers>;
  readonly #known = new Map<string, Neighbour>();
  #bytes = 0;
  #epoch = 0;

  /** `ask` may take its time, and never settle for one who gave up. */
  constructor(ask: (wanted: Wanted[]) => Promise<Answers>) {
    this.#ask = ask;
  }

  /** Forgets what held for another state of the surroundings. */
  renew(epoch: number): void {
    if (epoch === this.#epoch) return;
    this.#epoch = epoch;
    this.#forget();
  }

  /**
   * The neighbours of the document at a path.
   * @param signal rejects whatever is asked, with its reason
   * @param answered is called with each answer, and told which state of the surroundings it holds for
   */
  neighboursOf(
    document: string,
    signal: AbortSignal,
    answered?: (epoch: number) => void,
  ): Neighbours {
    return {
      look: async (questions) => {
        const { epoch, found } = await this.#look(document, questions, signal);
        answered?.(epoch);
        return found;
      },
    };
  }

  async #look(
    document: string,
    questions: readonly Asked[],
    signal: AbortSignal,
  ): Promise<Answers> {
    signal.throwIfAborted();
    const own = folderOf(document);
    const wanted = questions.map(({ path, want, from }) =>
      wantedIn(from === undefined ? own : folderOf(from), path, want),
    );
    let epoch = Infinity;
    const answers = new Map<string, Neighbour>();
    const missing = new Map<string, Wanted>();
    for (const one of wanted) {
      if (!one) continue;
      const known = this.#known.get(one.key);
      if (known) {
        answers.set(one.key, known);
        epoch = this.#epoch;
      } else missing.set(one.key, { path: one.path, want: one.want, near: one.near });
    }
    if (missing.size > 0) {
      epoch = Math.min(epoch, await this.#askFor(missing, answers, signal));
    }
    const found = wanted.map((one): Neighbour => {
      const answer = one && answers.get(one.key);
      if (!one || !answer) return { found: 'unknown' };
      if (answer.found !== 'nothing') return answer;
      return { ...answer, similar: answer.similar.map((path) => relativePath(one.near, path)) };
    });
    return { epoch: Math.min(epoch, this.#epoch), found };
  }

  async #askFor(
    missing: ReadonlyMap<string, Wanted>,
    answers: Map<string, Neighbour>,
    signal: AbortSignal,
  ): Promise<number> {
    const { epoch, found } = await unlessAborted(this.#ask([...missing.values()]), signal);
    if (epoch > this.#epoch) this.renew(epoch);
    [...missing.keys()].forEach((key, at) => {
      const neighbour = found[at];
      if (!neighbour) return;
      answers.set(key, neighbour);
      if (epoch === this.#epoch) this.#remember(key, neighbour);
    });
    if (this.#bytes > mostBytes) this.#forget();
    return epoch;
  }

  #remember(key: string, neighbour: Neighbour): void {
    this.#bytes += bytesOf(neighbour);
    this.#known.set(key, neighbour);
  }

  #forget(): void {
    this.#known.clear();
    this.#bytes = 0;
  }
}

/** A question, and what its answer is remembered under. */
interface KeyedWanted extends Wanted {
  key: string;
}

function wantedIn(near: string, path: string, want: Wanted['want']): KeyedWanted | null {
  if (want === 'project') return { path: '', want, near: '', key: 'project' };
  const joined = joinPath(near, path);
  // What is found and what is proposed depends on the folder that a path is looked at from.
  return joined === null ? null : { path: joined, want, near, key: `${want} ${near} ${joined}` };
}

function bytesOf(neighbour: Neighbour): number {
  if (neighbour.found === 'file') return neighbour.digest?.bytes.byteLength ?? 0;
  if (neighbour.found !== 'folder') return 0;
  return neighbour.files.reduce((bytes, { digest }) => bytes + (digest?.bytes.byteLength ?? 0), 0);
}

import type { Finding } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { ReportDocument, Tool } from '../findings/reportDocument';
import { batchSize, fileSource, type Gathered } from '../intake/gathered';
import type { Session } from '../session.svelte';
import { isBystander } from '../session/entry.svelte';
import type { Provenance } from '../session/provenance';
import { foundIn } from './found';
import type { HostMessage, MessageId, Opening, PostedFile, ViewerMessage } from './protocol';

/** A report that was read, and what a person should know of it; or why it could not be, in words. */
export type ReadReport =
  { report: ReportDocument; remarks: readonly string[] } | { problem: string };

export interface ViewerParts {
  session: Session;
  /** This program: reports on files that it checks are made by it. */
  tool: Tool;
  /** Says something to the page around. */
  post(message: ViewerMessage): void;
  /** Reads a report, in whatever form it is; null where it is none. */
  readReport(file: PostedFile): Promise<ReadReport | null>;
  /** Reads the fragment of a link. */
  readLink(fragment: string): Promise<ReadReport>;
  onCrash(error: unknown): void;
}

/** What the page around asks for, done to the session; and what happens in it, told to that page. */
export class EmbedViewer {
  /** Why nothing is shown, where something was to be opened; a whole sentence. */
  problem: string | null = $state.raw(null);
  /** The fragment of the link that is open, or null where it is none. */
  link: string | null = $state.raw(null);
  /** Whether something is being read that the session does not know of yet. */
  reading = $state.raw(false);

  #parts: ViewerParts;
  /** How the page around knows what is open. */
  #id: MessageId | null = null;
  /** What was asked to be opened, until the page around knows what was found. */
  #pending: { id: MessageId | null } | null = null;
  /** Counts openings, to know which of them is the last. */
  #openings = 0;
  /** What the findings were told as, and in which order. */
  #told: { id: MessageId | null; order: readonly Finding[] } = { id: null, order: [] };
  /** What the page around has chosen of findings that are not known yet. */
  #wanted: { id: MessageId; index: number } | null = null;
  /** The finding that the page around knows to be chosen. */
  #known: Finding | null = null;
  #height = 0;

  constructor(parts: ViewerParts) {
    this.#parts = parts;
  }

  /** Does what the page around asks for. */
  receive(message: HostMessage): void {
    switch (message.type) {
      case 'ping':
        this.#height = 0;
        break;
      case 'open':
        this.open(message.opening, message.id).catch((error: unknown) => {
          this.#parts.post({
            type: 'error',
            id: message.id,
            code: 'failed',
            message: 'The viewer broke off.',
          });
          this.#parts.onCrash(error);
        });
        break;
      case 'select':
        this.#select(message.id, message.index);
        break;
      case 'theme':
        this.#parts.session.preferences.setTheme(message.theme);
        break;
    }
  }

  /**
   * Opens something in the place of what was open before.
   * @param id how the page around will know the answers; null where it did not ask
   */
  async open(opening: Opening, id: MessageId | null = null): Promise<void> {
    const { session } = this.#parts;
    const turn = ++this.#openings;
    this.#replace();
    session.clear();
    this.problem = null;
    this.link = null;
    this.#told = { id: null, order: [] };
    this.#pending = { id };
    this.#wanted = null;
    this.#id = id;
    this.#height = 0;
    if (opening.what === 'nothing') {
      this.#pending = null;
      this.reading = false;
      return;
    }
    this.reading = true;
    const read = await this.#read(opening);
    if (turn !== this.#openings) return;
    if (read === null) {
      if (opening.what === 'files') await session.add(() => gathered(opening.files));
    } else if ('problem' in read) {
      this.#fail(read.problem);
    } else {
      session.openReport(read.report, provenanceOf(opening, read));
      this.link = opening.what === 'link' ? opening.fragment : null;
    }
    if (turn === this.#openings) this.reading = false;
  }

  /** To be called whenever the session has come to rest: tells the page around what was found. */
  settled(): void {
    const pending = this.#pending;
    if (!pending || this.reading) return;
    this.#pending = null;
    const { entries } = this.#parts.session;
    const reports = entries
      .filter((entry) => !isBystander(entry))
      .map(({ report }) => report)
      .filter((report): report is FileReport => report !== null);
    const tool = entries.find(({ received }) => received)?.received?.tool ?? this.#parts.tool;
    const { message, order } = foundIn(pending.id ?? '', tool, reports);
    this.#told = { id: pending.id, order };
    if (pending.id !== null) this.#parts.post(message);
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted) this.#select(wanted.id, wanted.index);
  }

  /** To be called when another finding is chosen: tells the page around, unless it chose it. */
  chosen(finding: Finding | null): void {
    if (finding === this.#known) return;
    this.#known = finding;
    const { id, order } = this.#told;
    const index = finding === null ? -1 : order.indexOf(finding);
    if (id !== null && index >= 0) this.#parts.post({ type: 'select', id, index });
  }

  /** To be called when the content has another height: tells the page around, in whole pixels. */
  grown(height: number): void {
    const rounded = Math.ceil(height);
    if (rounded === this.#height) return;
    this.#height = rounded;
    this.#parts.post({ type: 'height', id: this.#id, height: rounded });
  }

  /** The report in what is to be opened; null where there are files to be checked. */
  async #read(opening: Exclude<Opening, { what: 'nothing' }>): Promise<ReadReport | null> {
    const { readLink, readReport } = this.#parts;
    if (opening.what === 'link') return readLink(opening.fragment);
    if (opening.what === 'report') {
      const problem = 'This is no report in a form that can be read.';
      return (await readReport(opening.file)) ?? { problem };
    }
    const [only, ...more] = opening.files;
    return only && more.length === 0 ? readReport(only) : null;
  }

  #fail(problem: string): void {
    const id = this.#pending?.id ?? null;
    this.#pending = null;
    this.problem = problem;
    if (id !== null) this.#parts.post({ type: 'error', id, code: 'unreadable', message: problem });
  }

  /** What was asked for before will not be answered any more: who asked is told so. */
  #replace(): void {
    const id = this.#pending?.id ?? null;
    this.#pending = null;
    if (id === null) return;
    const message = 'Something else was opened before this was done.';
    this.#parts.post({ type: 'error', id, code: 'replaced', message });
  }

  #select(id: MessageId, index: number | null): void {
    const { session, post } = this.#parts;
    if (index === null) {
      this.#wanted = null;
      this.#known = null;
      session.currentFinding = null;
      return;
    }
    if (this.#pending) {
      this.#wanted = { id, index };
      return;
    }
    const finding = this.#told.order[index];
    const entry = finding && session.entryAt(finding.path);
    if (!entry) {
      const message = `There is no finding of the number ${index}.`;
      post({ type: 'error', id, code: 'no-such-finding', message });
      return;
    }
    this.#known = finding;
    session.selectFinding(entry, finding);
  }
}

/** Where a report came from that the page around, or its link, has given. */
function provenanceOf(
  opening: Opening,
  { report: { tool }, remarks }: Extract<ReadReport, { report: unknown }>,
): Provenance {
  if (opening.what === 'link') return { way: 'link', tool, name: null, remarks };
  const file = opening.what === 'report' ? opening.file : null;
  const [first] = opening.what === 'files' ? opening.files : [];
  return { way: 'host', tool, name: (file ?? first)?.name ?? null, remarks };
}

function* gathered(files: readonly PostedFile[]): Generator<Gathered, void, undefined> {
  for (let first = 0; first < files.length; first += batchSize) {
    const some = files.slice(first, first + batchSize);
    yield {
      sources: some.map(({ name, bytes }) => fileSource(bytes, name, 'named')),
      findings: [],
    };
  }
}

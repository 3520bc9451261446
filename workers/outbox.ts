import type { Finding } from '../src/findings/finding';
import { encodeFindings } from './codec';
import {
  findingsPerBatch,
  type Packet,
  type ProgressMessage,
  type WorkerMessage,
} from './protocol';

/** How long a message may wait for company, in milliseconds: about a frame on screen. */
const patience = 16;

interface PendingFindings {
  item: number;
  path: string;
  told: boolean;
  findings: Finding[];
}

/**
 * Gathers a worker's messages into packets, so that thousands of small files do not cost the page a
 * message for every word about them. The order of messages is kept; of an item's progress only the
 * latest is sent. What must not wait is followed by `flush`.
 */
export class Outbox {
  readonly #post: (packet: Packet) => void;
  #packet: Packet = [];
  #pending: PendingFindings | null = null;
  #progress: ProgressMessage | null = null;
  #lastFlush = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(post: (packet: Packet) => void) {
    this.#post = post;
  }

  progress(item: number, bytes: number, total: number | null): void {
    this.#progress = { type: 'progress', item, bytes, total };
    this.#flushSoon();
  }

  /** Findings may be told one at a time; they leave in batches. */
  findings(item: number, path: string, findings: readonly Finding[], told: boolean): void {
    if (this.#pending && (this.#pending.item !== item || this.#pending.told !== told)) this.#seal();
    this.#pending ??= { item, path, told, findings: [] };
    this.#pending.findings.push(...findings.slice(0, findingsPerBatch));
    if (this.#pending.findings.length >= findingsPerBatch) this.#seal();
    if (findings.length > findingsPerBatch) {
      this.findings(item, path, findings.slice(findingsPerBatch), told);
      return;
    }
    this.#flushSoon();
  }

  push(message: WorkerMessage): void {
    this.#seal();
    // An item's end makes its progress old news.
    if (this.#progress && 'item' in message && message.item === this.#progress.item) {
      this.#progress = null;
    }
    this.#packet.push(message);
    this.#flushSoon();
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#seal();
    if (this.#progress) this.#packet.push(this.#progress);
    this.#progress = null;
    this.#lastFlush = performance.now();
    if (this.#packet.length === 0) return;
    const packet = this.#packet;
    this.#packet = [];
    this.#post(packet);
  }

  /** Puts the findings gathered so far into the packet. */
  #seal(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = null;
    const { item, path, told } = pending;
    let findings = pending.findings;
    while (findings.length > 0) {
      const buffer = encodeFindings(findings.slice(0, findingsPerBatch), path);
      this.#packet.push({ type: 'findings', item, told, buffer });
      findings = findings.slice(findingsPerBatch);
    }
  }

  #flushSoon(): void {
    if (performance.now() - this.#lastFlush >= patience) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), patience);
  }
}

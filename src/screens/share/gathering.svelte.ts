import type { ReportDocument } from '../../findings/reportDocument';
import type { Session } from '../../session.svelte';
import type { DocumentWish } from '../../session/document';

/** How far a report is that is being put together. */
export type GatheringState =
  /** Files that are done with, of how many; both 0 until that is known. */
  | { readonly type: 'gathering'; readonly done: number; readonly total: number }
  | { readonly type: 'ready'; readonly document: ReportDocument }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly reason: string };

/** Puts a report together while a person waits, and can be told to stop. */
export class Gathering {
  state: GatheringState = $state.raw({ type: 'gathering', done: 0, total: 0 });
  #run: AbortController | null = null;

  /** Begins anew, with what is wanted now. Never rejects. */
  async gather(session: Pick<Session, 'document'>, wish: DocumentWish): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.state = { type: 'gathering', done: 0, total: 0 };
    const progress = (done: number, total: number): void => {
      if (this.#run === run) this.state = { type: 'gathering', done, total };
    };
    try {
      const document = await session.document({ ...wish, progress }, run.signal);
      if (this.#run === run) this.state = { type: 'ready', document };
    } catch (error) {
      if (this.#run !== run) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.state = { type: 'failed', reason };
    }
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    if (this.state.type === 'gathering') this.state = { type: 'stopped' };
  }
}

import type { CDPSession, Page } from '@playwright/test';

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

/**
 * The memory of a page and its workers, as the browser's own tools tell it: JavaScript heaps, array
 * buffers and Wasm memories. It is to be made before the page is opened.
 */
export class Heaps {
  readonly #session: CDPSession;
  readonly #workers = new Set<string>();
  readonly #answers = new Map<number, (result: HeapUsage | null) => void>();
  #calls = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result?: HeapUsage };
      this.#answers.get(id)?.(result ?? null);
    });
  }

  static async of(page: Page): Promise<Heaps> {
    const session = await page.context().newCDPSession(page);
    const heaps = new Heaps(session);
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return heaps;
  }

  /** Workers that run now. */
  get workers(): number {
    return this.#workers.size;
  }

  /** Bytes that all of them hold, after what nobody holds has been collected. */
  async bytes(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const usages: (HeapUsage | null)[] = [await this.#session.send('Runtime.getHeapUsage')];
    for (const worker of this.#workers) {
      await this.#ask(worker, 'HeapProfiler.collectGarbage');
      usages.push(await this.#ask(worker, 'Runtime.getHeapUsage'));
    }
    return usages.reduce(
      (sum, usage) => sum + (usage ? usage.usedSize + (usage.backingStorageSize ?? 0) : 0),
      0,
    );
  }

  /** Asks a worker; `null` where it ends before it answers. */
  #ask(worker: string, method: string): Promise<HeapUsage | null> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      const settle = (result: HeapUsage | null): void => {
        clearTimeout(timer);
        this.#answers.delete(id);
        resolve(result);
      };
      const timer = setTimeout(() => {
        settle(null);
      }, 2000);
      this.#answers.set(id, settle);
      const message = JSON.stringify({ id, method });
      this.#session.send('Target.sendMessageToTarget', { sessionId: worker, message }).catch(() => {
        settle(null);
      });
    });
  }
}

/** What keeps the page for use without a network; tests bring their own, and there may be none. */
export interface OfflineKeeper {
  start(events: { ready(): void; waiting(): void; replaced(): void }): Promise<void>;
  /** Settles when the new version has taken over and the page can be loaded anew. */
  takeOver(): Promise<void>;
  remove(): Promise<void>;
}

export interface OfflineParts {
  keeper: OfflineKeeper;
  /** Keeps what is open over the reload; rejects with an error whose message says why it cannot. */
  keep(): Promise<void>;
  reload(): void;
}

/** Whether the app is at hand without a network, and whether there is a newer one than is shown. */
export class Offline {
  /** `off` where a person has switched it off in the address. */
  standing: 'none' | 'ready' | 'off' = $state.raw('none');
  /** A newer version than the one that is shown: waiting, or at work in other windows already. */
  newer: 'waiting' | 'replaced' | null = $state.raw(null);
  /** While the page gets ready to be loaded anew. */
  renewing = $state.raw(false);
  /** Why what is open cannot be kept over the reload, once that was tried. */
  unkept: string | null = $state.raw(null);
  #parts: OfflineParts | null = null;

  /** Begins to keep the page, or, where it is switched off, throws away what was kept of it. */
  async start(parts: OfflineParts, on: boolean): Promise<void> {
    this.#parts = parts;
    if (!on) {
      this.standing = 'off';
      await parts.keeper.remove();
      return;
    }
    await parts.keeper.start({
      ready: () => (this.standing = 'ready'),
      waiting: () => (this.newer = 'waiting'),
      replaced: () => (this.newer = 'replaced'),
    });
  }

  /**
   * Loads the page anew in its newer version, with what is open. Where that cannot be kept, it says
   * so instead, and goes on without when it is asked again.
   */
  async renew(): Promise<void> {
    const parts = this.#parts;
    if (!parts || this.renewing) return;
    this.renewing = true;
    try {
      if (this.unkept === null) await parts.keep();
    } catch (error) {
      this.unkept = error instanceof Error ? error.message : String(error);
      this.renewing = false;
      return;
    }
    await parts.keeper.takeOver();
    parts.reload();
  }

  /** Leaves the newer version for another visit. */
  later(): void {
    this.newer = null;
    this.unkept = null;
  }
}

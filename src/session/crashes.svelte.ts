/** Something that should never have happened, kept until a person has seen it. */
export interface Crash {
  title: string;
  /** Everything that helps to find the cause; no content of any file. */
  details: string;
  /** How often the same happened. */
  times: number;
}

/** Has everything reported that nobody catches on the page. */
export function reportUncaught(crashes: Crashes): void {
  addEventListener('error', (event) => {
    if (!isHarmless(event)) crashes.report(event.error ?? event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    crashes.report(event.reason);
  });
}

/**
 * True for what browsers report as an error though nothing is wrong: sizes that could not all be
 * told within one frame, and are told in the next.
 */
function isHarmless(event: ErrorEvent): boolean {
  return !event.error && event.message.startsWith('ResizeObserver loop');
}

/** Errors that nobody expected. They are shown in a dialog, never only in a console. */
export class Crashes {
  current: Crash | null = $state.raw(null);

  report(error: unknown): void {
    const title = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? error.stack : undefined;
    if (this.current) {
      // The first is the cause more often than what follows from it.
      if (this.current.title === title) {
        this.current = { ...this.current, times: this.current.times + 1 };
      }
      return;
    }
    const details = [
      `Scrutineer ${__ENGINE_VERSION__}`,
      navigator.userAgent,
      stack?.includes(title) === true ? stack : `${title}\n${stack ?? ''}`,
    ].join('\n');
    this.current = { title, details, times: 1 };
  }

  dismiss(): void {
    this.current = null;
  }
}

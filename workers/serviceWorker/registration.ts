import { appCache, dropCaches } from './cacheNames';
import { takeOver } from './messages';

/** What the page is told of the copy of the app that is kept for use without a network. */
export interface OfflineEvents {
  /** It is complete: the next visit needs no network. */
  ready(): void;
  /** A new version is complete too and waits until it is asked to take over. */
  waiting(): void;
  /** A new version has taken over, since another window asked it to; this one still shows the old. */
  replaced(): void;
}

/** A page that stays open asks for a new version when it is looked at again after so long, in ms. */
const askAfter = 60 * 60 * 1000;

/**
 * The page's side of the service worker, and the one place that knows that there may be none: old
 * browsers, addresses without encryption, frames of other sites, private windows and policies do
 * without, and so does the page. That is normal, and `ready` is then never told.
 */
export class OfflineCopy {
  readonly #container = containerHere();
  /** Address of the app's folder. */
  readonly #scope = new URL('./', document.baseURI).href;
  #registration: ServiceWorkerRegistration | null = null;
  /** Whether this page asked the new version to take over. */
  #asked = false;

  /** Has the copy made, or brought up to date. Never rejects. */
  async start(events: OfflineEvents): Promise<void> {
    const container = this.#container;
    if (!container) return;
    // The first time that a service worker takes a page is no change of version.
    let controlled = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (controlled && !this.#asked) events.replaced();
      controlled = true;
    });
    const registration = await register(container, this.#scope);
    if (!registration) return;
    this.#registration = registration;
    if (registration.active) await this.#tellReady(events);
    if (registration.waiting) events.waiting();
    const follow = (): void => {
      const { installing } = registration;
      if (installing) this.#follow(installing, registration, events);
    };
    registration.addEventListener('updatefound', follow);
    follow();
    this.#askAgain(registration);
  }

  /** Has the waiting version take over, and waits until it has; the page has to be loaded anew then. */
  async takeOver(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting) return;
    this.#asked = true;
    await new Promise<void>((resolve) => {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated' || waiting.state === 'redundant') resolve();
      });
      waiting.postMessage(takeOver);
    });
  }

  /** Removes the service worker and all that it has kept. Rejects where the browser does not let it. */
  async remove(): Promise<void> {
    // The nearest one may be that of a folder above, which is none of this app's business.
    const registration = await this.#container?.getRegistration(this.#scope);
    if (registration?.scope === this.#scope) await registration.unregister();
    if ('caches' in globalThis) await dropCaches(this.#scope);
  }

  #follow(
    worker: ServiceWorker,
    registration: ServiceWorkerRegistration,
    events: OfflineEvents,
  ): void {
    const first = registration.active === null;
    worker.addEventListener('statechange', () => {
      if (first && worker.state === 'activated') void this.#tellReady(events);
      if (!first && worker.state === 'installed') events.waiting();
    });
  }

  /** One that only ends another (`public/sw-withdraw.js`) has kept nothing. */
  async #tellReady(events: OfflineEvents): Promise<void> {
    if (await caches.has(appCache(this.#scope))) events.ready();
  }

  #askAgain(registration: ServiceWorkerRegistration): void {
    let asked = performance.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || performance.now() - asked < askAfter) return;
      asked = performance.now();
      // Without a network there is no answer, and none is needed.
      registration.update().catch(() => undefined);
    });
  }
}

/** Asking for it throws in sandboxed frames, and it is not there without encryption. */
function containerHere(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

async function register(
  container: ServiceWorkerContainer,
  scope: string,
): Promise<ServiceWorkerRegistration | null> {
  try {
    const script = new URL('sw.js', scope);
    const given: unknown = await container.register(script, { scope, updateViaCache: 'none' });
    // Where service workers are switched off for tests, nothing comes.
    return given instanceof ServiceWorkerRegistration ? given : null;
  } catch {
    return null;
  }
}

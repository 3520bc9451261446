/** What of a service worker's global scope is used here; the compiler takes it for a window's. */
export interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', take: (event: LifetimeEvent) => void): void;
  addEventListener(type: 'fetch', take: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', take: (event: MessageEvent<unknown>) => void): void;
}

/** An event that can be made to last. */
export interface LifetimeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page, which may be answered here; else it goes to the network. */
export interface FetchEvent extends LifetimeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response> | Response): void;
}

/** The service worker: gives the app to itself from what it has kept, so that no network is needed. */
import { PrecacheController } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { fileMeant, switchesOff } from './addresses';
import { appCache, dropCaches } from './cacheNames';
import { isTakeOver } from './messages';
import type { FetchEvent, ServiceWorkerScope } from './scope';
import { isShare, receiveShare } from './share';

declare global {
  /** Every file of the app with a hash of its content; put in while building. */
  var __WB_MANIFEST: PrecacheEntry[];
}

const worker = globalThis as unknown as ServiceWorkerScope;
const { scope } = worker.registration;
const cacheName = appCache(scope);
const kept = new PrecacheController({ cacheName });
kept.addToCacheList(self.__WB_MANIFEST);

worker.addEventListener('install', (event) => {
  event.waitUntil(kept.install(event));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      kept.activate(event as never),
      dropCaches(scope, [cacheName]),
      // What the page loads later on its first visit is to be there without a network as well.
      worker.clients.claim(),
    ]),
  );
});

// It waits until a person says so: pages that are open need the files that they began with.
worker.addEventListener('message', ({ data }) => {
  if (isTakeOver(data)) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isShare(request, scope)) event.respondWith(receiveShare(request, scope));
  else if (request.method === 'GET') answerFromKept(event);
});

/** Whatever is none of the app's files is left to the network, as if there were no service worker. */
function answerFromKept(event: FetchEvent): void {
  const { request } = event;
  if (request.mode === 'navigate' && switchesOff(new URL(request.url))) return;
  const file = fileMeant(request.url, scope);
  const cacheKey = file === null ? undefined : kept.getCacheKeyForURL(file);
  if (cacheKey === undefined) return;
  event.respondWith(kept.strategy.handle({ event: event as never, request, params: { cacheKey } }));
}

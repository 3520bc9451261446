// Put in the place of sw.js on the server, this ends what browsers have kept of the app (docs/offline.md).
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(withdraw()));

/** Deletes the caches of the app in this folder, then the service worker itself. */
async function withdraw() {
  const { scope } = self.registration;
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith('scrutineer-') && name.endsWith(` ${scope}`));
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

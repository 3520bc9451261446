/** What all caches of this app begin with: an origin may hold those of others. */
const prefix = 'scrutineer';

/**
 * The cache of the app's own files. One name for all versions: files that a new version has in common
 * with the one before are not loaded again, and those that it does without are deleted.
 * @param scope address of the app's folder: there may be several on one origin
 */
export function appCache(scope: string): string {
  return `${prefix}-app-1 ${scope}`;
}

/** The caches that this app has made at this address, of any version, but for those in use. */
export function leftOver(names: readonly string[], scope: string, inUse: string[] = []): string[] {
  return names.filter(
    (name) => name.startsWith(`${prefix}-`) && name.endsWith(` ${scope}`) && !inUse.includes(name),
  );
}

/** Deletes those caches. Rejects where the browser lets nobody at them. */
export async function dropCaches(scope: string, inUse: string[] = []): Promise<void> {
  const names = leftOver(await caches.keys(), scope, inUse);
  await Promise.all(names.map((name) => caches.delete(name)));
}

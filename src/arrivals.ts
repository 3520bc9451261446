import { sharedParameter, shareFailed } from '../workers/serviceWorker/addresses';
import { onLaunch } from './intake/launch';
import { sharedSources } from './intake/sharedItems';
import { takeLaunched } from './screens/intake';
import type { Session } from './session.svelte';
import { reopen } from './session/reload';
import { OverReload } from './store/overReload';
import { SharedStore } from './store/shared';
import { addressParameter, dropAddressParameter } from './url';

/**
 * Start-up of what comes without being asked for on the page: what was open before a reload, what
 * another program has shared, and files that the system opens the app with.
 */
export function takeArrivals(session: Session): void {
  onLaunch((files) => {
    takeLaunched(session, files);
  });
  // Elsewhere there is nothing that could have been remembered.
  if (window.showDirectoryPicker) void session.recent.load();
  void reopenKept(session).then(() => takeShared(session));
}

async function reopenKept(session: Session): Promise<void> {
  try {
    await reopen(session, await new OverReload().take());
  } catch (error) {
    session.notices.add(`What was open could not be opened again: ${problemText(error)}`);
  }
}

/** What was shared is opened once: the address then says no more that something waits. */
async function takeShared(session: Session): Promise<void> {
  const shared = addressParameter(sharedParameter);
  if (shared === null) return;
  dropAddressParameter(sharedParameter);
  if (shared === shareFailed) {
    session.notices.add('What was shared could not be taken over: the browser would not keep it.');
    return;
  }
  try {
    const items = await new SharedStore().take();
    if (items.length > 0) await session.add(() => [sharedSources(items)]);
  } catch (error) {
    session.notices.add(`What was shared could not be read: ${problemText(error)}`);
  }
}

function problemText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

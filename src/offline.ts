import { switchParameter } from '../workers/serviceWorker/addresses';
import { OfflineCopy } from '../workers/serviceWorker/registration';
import type { Session } from './session.svelte';
import { keptSession } from './session/reload';
import { OverReload } from './store/overReload';
import { addressParameter, reloadPage } from './url';

/**
 * Start-up of what keeps the app for use without a network. While developing there is nothing to keep:
 * the page would show what it was.
 */
export function startOffline(session: Session): void {
  if (import.meta.env.DEV) return;
  const over = new OverReload();
  const on = addressParameter(switchParameter) !== 'off';
  session.offline
    .start(
      {
        keeper: new OfflineCopy(),
        keep: async () => {
          const kept = keptSession(session);
          if (kept) await over.keep(kept);
        },
        reload: reloadPage,
      },
      on,
    )
    .then(
      () => {
        if (on) return;
        session.notices.add('What was kept for use without a network has been removed.');
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        session.notices.add(`What is kept for use without a network could not be removed: ${why}`);
      },
    );
}

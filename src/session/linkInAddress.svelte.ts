import { versionIn } from '../findings/link/frame';
import { loadLinkTables } from '../formats/registry';
import type { Session } from '../session.svelte';

/** The address bar, as far as links to reports are concerned; see `url.ts`. */
export interface LinkAddress {
  fragment(): string;
  onFragment(changed: () => void): void;
  dropFragment(): void;
}

/**
 * Shows the report of the link in the address: when the page begins, and when another link takes its
 * place, whose report then takes the place of the earlier one. Once a person has closed all of it, the
 * link leaves the address, so that loading the page again does not bring it back.
 */
export function followLink(
  session: Session,
  address: LinkAddress,
  onCrash: (error: unknown) => void,
): void {
  let shown = false;
  const open = async (): Promise<void> => {
    const fragment = address.fragment();
    if (versionIn(fragment) === null) return;
    session.gathering++;
    try {
      const [{ decodeLink }, tables] = await Promise.all([
        import('../findings/link/decodeLink'),
        loadLinkTables(),
      ]);
      // Another link may have taken its place meanwhile.
      if (address.fragment() !== fragment) return;
      const link = decodeLink(fragment, tables);
      if (link === null) return;
      if ('problem' in link) {
        session.notices.add(link.message);
        return;
      }
      const { report, remarks } = link;
      if (report.files.length === 0) {
        session.notices.add('The report in the link speaks of no file.');
        return;
      }
      linkedEntries(session).forEach((entry) => session.remove(entry));
      session.openReport(report, { way: 'link', tool: report.tool, name: null, remarks });
      shown = true;
    } finally {
      session.gathering--;
    }
  };
  const follow = (): void => {
    open().catch(onCrash);
  };
  follow();
  address.onFragment(follow);
  $effect.root(() => {
    $effect(() => {
      if (linkedEntries(session).length > 0 || !shown) return;
      shown = false;
      address.dropFragment();
    });
  });
}

function linkedEntries({ entries }: Session) {
  return entries.filter(({ received }) => received?.way === 'link');
}

import type { Session } from '../../session.svelte';

const offlineWords = {
  ready: 'It is kept by the browser and works without a network.',
  none: 'The browser does not keep it, so it needs a network to be opened.',
  off: 'Keeping it for use without a network is switched off in the address.',
} as const;

/** Which version of the app this is, and whether it is kept. */
export function aboutApp({ build, offline }: Session): string {
  return `Scrutineer ${build}. ${offlineWords[offline.standing]}`;
}

/** Where the system's share menu posts to, relative to the app; named in the app's manifest. */
export const sharePath = 'share';

/** The parameter of the app's address that says that something shared waits to be opened. */
export const sharedParameter = 'shared';

/** The value of that parameter where what was shared could not be kept for the page. */
export const shareFailed = 'failed';

/** The parameter of the app's address that switches the service worker off: `?sw=off`. */
export const switchParameter = 'sw';

/** Whether an address switches the service worker off. */
export function switchesOff(url: URL): boolean {
  return url.searchParams.get(switchParameter) === 'off';
}

/**
 * The app's file that an address means: without parameters and fragment, which are the page's
 * business, and with the name that servers add to a folder's address.
 * @param scope address of the app's folder, with a slash at its end
 * @returns null for an address outside of the folder
 */
export function fileMeant(address: string, scope: string): string | null {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  if (!url.href.startsWith(scope)) return null;
  return url.pathname.endsWith('/') ? `${url.href}index.html` : url.href;
}

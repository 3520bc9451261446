/* The address bar: nothing else reads or changes it. */

/** The address of the page as links to it begin: without query and fragment. */
export function pageAddress(): string {
  const url = new URL(location.href);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** What stands behind the `#` of the address, as it is written there; empty where there is nothing. */
export function addressFragment(): string {
  return location.hash.slice(1);
}

/** Calls back when what stands behind the `#` has changed, be it by a person or by a link. */
export function onAddressFragment(changed: () => void): void {
  addEventListener('hashchange', changed);
}

/** Takes away what stands behind the `#`; nothing is loaded, and *Back* does not bring it back. */
export function dropAddressFragment(): void {
  const url = new URL(location.href);
  url.hash = '';
  history.replaceState(history.state, '', url);
}

/** The value of a parameter of the page's address; null where there is no such parameter. */
export function addressParameter(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** Takes a parameter out of the address; nothing is loaded, and *Back* does not bring it back. */
export function dropAddressParameter(name: string): void {
  const url = new URL(location.href);
  url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}

/** Loads the page anew. */
export function reloadPage(): void {
  location.reload();
}

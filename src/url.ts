/* The address bar: this is the only place that reads it. */

/** The address of the page without query and fragment, for links to it. */
export function pageAddress(): string {
  return location.origin + location.pathname;
}

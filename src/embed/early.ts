/**
 * What the first script of the page leaves for the viewer, which is a module and starts later:
 * messages that came before there was anybody to hear them.
 */
export interface Early {
  held: MessageEvent[];
  /** Set by the viewer: takes what comes from then on. */
  deliver: ((event: MessageEvent) => void) | null;
}

declare global {
  interface Window {
    scrutineerEarly?: Early;
  }
}

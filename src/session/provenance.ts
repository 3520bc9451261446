import type { Tool } from '../findings/reportDocument';

/** Where a report comes from that was not made on this page. */
export interface Provenance {
  way: 'link' | 'file' | 'host' | 'earlier';
  /** Who made it. */
  tool: Tool;
  /** Name of the file that it came in; null where it came otherwise. */
  name: string | null;
  /** What a person should know of it, such as that some of it was cut off; whole sentences. */
  remarks: readonly string[];
}

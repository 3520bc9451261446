import type { DocumentFacts, RoundResults, Standing } from './arena';
import type { Contestant } from './contestant';
import type { Manner } from './lane';

/** What is told of a contestant to whoever drives the race. */
export type Description = Pick<Contestant, 'name' | 'role' | 'schema' | 'note'> & {
  mistaken: boolean;
};

/** Who is to enter, and with what. Plain data, so that it can go to a process or a page. */
export interface Entrance {
  names: string[];
  /** A path for Node.js, an address for a page. */
  document: string;
  /** Whether the document is left where it is: a file on disk, or the one given to the page's input. */
  stored: boolean;
  facts: DocumentFacts;
  /** Another document, a small one, to warm up with. */
  small: string;
  manner: Manner;
  xsd: string | null;
}

/** An arena as it is seen from outside its process or page. */
export interface ArenaHost {
  describe(): Description[];
  enter(entrance: Entrance): Promise<Standing[]>;
  round(names: string[]): Promise<RoundResults>;
  leave(): Promise<void>;
}

/** Contestants as they are told to the outside. */
export function describe(contestants: readonly Contestant[]): Description[] {
  return contestants.map(({ name, role, schema, note, mistaken = false }) => ({
    name,
    role,
    schema,
    note,
    mistaken,
  }));
}

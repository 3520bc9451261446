import type { LinkTables } from '../findings/link/tables';
import type { Pack } from './pack';

/** Every pack, loaded when it is first needed. */
const loaders: readonly (() => Promise<Pack>)[] = [
  async () => (await import('./openscenario/pack')).pack,
];

let loaded: Promise<Pack[]> | undefined;

/** All packs there are, in the order in which they are asked. */
export function loadPacks(): Promise<Pack[]> {
  loaded ??= Promise.all(loaders.map((load) => load()));
  return loaded;
}

/** What links to reports need not spell out, of every pack. */
export async function loadLinkTables(): Promise<LinkTables[]> {
  const loading = (await loadPacks()).flatMap(({ link }) => (link ? [link()] : []));
  return Promise.all(loading);
}

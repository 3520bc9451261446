import { none } from '../../../../tree/tree';
import { quoted } from '../../../../schema/words';
import type { DocumentDigest } from '../../project/layout';
import { nameTextOf } from '../../model/names';
import type { ProjectRule } from '../kinds';

/** A catalog holds nothing that nobody uses. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.unused_entries',
  level: 'project',
  severity: 'info',
  since: '1.0',
  meaning: 'Every entry of a catalog is used by a scenario that is checked with it',
  explanation: {
    asks: 'An entry that no scenario refers to, nor any other catalog, is either left over or misspelt where it is meant. Only the scenarios that are checked together with the catalog are known: in a library that others use too, such entries are in order.',
    source: 'Good practice; the standard does not ask for it',
  },
  cost: 'usual',
  asksForAll: true,

  check({ model, documents }, tell) {
    // Without any scenario, a catalog was given for its own sake.
    if (!documents.some(({ kind }) => kind === 'scenario')) return;
    const { elements } = model;
    const catalog = elements.childNamed(0, 'Catalog');
    if (catalog === none) return;
    const name = nameTextOf(model, elements.attributeOf(catalog, 'name'));
    if (name === null) return;
    const used = entriesUsed(name, documents);
    if (used === null) return;
    for (const entry of elements.childrenOf(catalog)) {
      const attribute = elements.attributeOf(entry, 'name');
      const own = nameTextOf(model, attribute);
      if (own === null || used.has(own)) continue;
      tell({
        code: 'unused-entry',
        at: model.valueOrTag(entry, attribute),
        message: `No scenario that is checked here uses ${quoted(own)} of the catalog ${quoted(name)}.`,
        help: 'Take the entry away if nothing else needs it, or check the names in `CatalogReference`s.',
      });
    }
  },
};

/** Names of a catalog's entries that documents use; null where a reference cannot be known. */
function entriesUsed(
  catalog: string,
  documents: readonly DocumentDigest[],
): ReadonlySet<string> | null {
  const used = new Set<string>();
  for (const [named, entry] of documents.flatMap(usesIn)) {
    const known = !named.includes('$');
    if (known && named !== catalog) continue;
    // Names that only a run decides may be any.
    if (entry.includes('$')) return null;
    used.add(entry);
  }
  return used;
}

function usesIn(document: DocumentDigest): readonly (readonly [catalog: string, entry: string])[] {
  if (document.kind === 'scenario') return document.uses;
  return document.entries.flatMap(({ references }) =>
    references.map(({ catalog, entry }) => [catalog, entry] as const),
  );
}

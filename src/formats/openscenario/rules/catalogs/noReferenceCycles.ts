import { quoted } from '../../../../schema/words';
import type { Catalogs, FoundCatalog } from '../../project/catalogs';
import type { DigestedEntry } from '../../project/layout';
import { placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

interface Step {
  catalog: FoundCatalog;
  entry: DigestedEntry;
}

/** Entries of catalogs do not refer to one another in a circle. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.no_reference_cycles',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'References between entries of catalogs do not lead back to where they began',
  explanation: {
    asks: 'An entry of a catalog may refer to entries of other catalogs, which are put in its place. Where that leads back to the first entry, it never ends.',
    source: 'ASAM OpenSCENARIO XML 1.3, section 9.4: a reference stands for what it refers to',
  },
  cost: 'usual',

  check({ model, references, catalogs }, tell) {
    const done = new Set<DigestedEntry>();
    for (const { element, entry } of references) {
      const cycle = entry && cycleFrom(entry, catalogs, [], done);
      if (!cycle) continue;
      const [first] = cycle;
      if (!first) continue;
      const chain = [...cycle, first].map((step) => quoted(nameOf(step))).join(' → ');
      tell({
        code: 'catalog-cycle',
        at: model.texts.tagRange(element),
        message: `This reference leads in a circle: ${chain}.`,
        related: cycle.map((step) =>
          placeIn(step.catalog.path, step.entry.place, `${quoted(nameOf(step))} stands here`),
        ),
      });
    }
  },
};

/** The circle that references from an entry lead into, if they do; each entry is looked at once. */
function cycleFrom(
  step: Step,
  catalogs: Catalogs,
  way: readonly Step[],
  done: Set<DigestedEntry>,
): Step[] | null {
  const met = way.findIndex(({ entry }) => entry === step.entry);
  if (met >= 0) return way.slice(met);
  if (done.has(step.entry)) return null;
  done.add(step.entry);
  for (const { catalog, entry } of step.entry.references) {
    const next = catalogs.entry(catalog, entry);
    const cycle = next && cycleFrom(next, catalogs, [...way, step], done);
    if (cycle) return cycle;
  }
  return null;
}

function nameOf({ catalog, entry }: Step): string {
  return `${catalog.digest.name ?? ''}/${entry.name}`;
}

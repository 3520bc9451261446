import { quoted } from '../../../../schema/words';
import type { DigestedEntry } from '../../project/layout';
import type { Project } from '../../project/project';
import { helpOn, placeIn } from '../../project/words';
import type { Tell } from '../../../../rules/rule';
import type { FoundCatalog } from '../../project/catalogs';
import type { ProjectRule } from '../kinds';

/** Assignments to a catalog's entry name parameters that the entry declares. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.assigned_parameters_declared',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'A ParameterAssignment in a CatalogReference names a parameter that the entry declares',
  explanation: {
    asks: 'The parameters of a catalog entry are declared in the entry itself, each with a default. A reference to the entry may assign other values to them, by their names without a dollar sign. An assignment to a name that is not declared there has no effect, or stops the simulator.',
    source:
      'ASAM OpenSCENARIO XML 1.3, section 9.5; class reference: ParameterAssignment@parameterRef',
    example: {
      wrong:
        '<ParameterAssignment parameterRef="speed" value="10"/>\n… <ParameterDeclaration name="initialSpeed"',
      right: '<ParameterAssignment parameterRef="initialSpeed" value="10"/>',
    },
  },
  cost: 'cheap',

  check(project, tell) {
    for (const { element, entry } of project.references) {
      if (entry) checkAssignments(project, element, entry, tell);
    }
  },
};

function checkAssignments(
  { model }: Project,
  reference: number,
  { catalog, entry }: { catalog: FoundCatalog; entry: DigestedEntry },
  tell: Tell,
): void {
  const { elements, texts } = model;
  const container = elements.childNamed(reference, 'ParameterAssignments');
  if (container < 0) return;
  const names = entry.parameters.map(({ name }) => name);
  for (const assignment of elements.childrenOf(container)) {
    const attribute = elements.attributeOf(assignment, 'parameterRef');
    if (attribute < 0) continue;
    const name = texts.written(attribute);
    // Written with a dollar sign by mistake, or on purpose: the name is what is meant.
    const meant = name.startsWith('$') ? name.slice(1) : name;
    if (names.includes(meant)) continue;
    tell({
      code: 'unknown-parameter',
      at: texts.valueRange(attribute),
      message: `The entry ${quoted(entry.name)} declares no parameter ${quoted(meant)}.`,
      help: helpOn(meant, names, 'The entry declares'),
      related: [placeIn(catalog.path, entry.place, 'the entry stands here')],
    });
  }
}

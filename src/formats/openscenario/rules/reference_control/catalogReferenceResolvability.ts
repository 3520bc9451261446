import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { FollowedReference } from '../../project/catalogs';
import type { Project } from '../../project/project';
import { helpOn, placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** Every CatalogReference leads to an entry. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.catalog_reference_resolvability',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'Each CatalogReference names a catalog and an entry that exist',
  explanation: {
    asks: 'A CatalogReference stands for an entry of a catalog: catalogName is the name in the Catalog element (not that of its file), entryName that of the entry in it. The catalog has to lie in one of the folders of CatalogLocations. Where either is missing, the scenario lacks what the reference stands for and cannot run.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, catalog_reference_resolvability; sections 9.4 to 9.6',
    example: {
      wrong:
        '<CatalogReference catalogName="VehicleCatalog" entryName="Car_White"/>\n… <Vehicle name="car_white"',
      right:
        '<CatalogReference catalogName="VehicleCatalog" entryName="car_white"/>\n… <Vehicle name="car_white"',
    },
  },
  cost: 'usual',

  check(project, tell) {
    // A catalog refers to what the scenarios that use it name the folders of.
    if (project.model.kind !== 'scenario') return;
    // What lies in a folder that was not found, or must not be looked into, may exist.
    if (!project.catalogs.complete) return;
    for (const reference of project.references) {
      const { catalogs, byFileName, entry } = reference;
      if (byFileName) tell(unknownCatalog(project, reference));
      if (catalogs.length > 0 && !entry) tell(unknownEntry(project, reference));
    }
  },
};

function unknownCatalog(
  project: Project,
  { element, catalogName, catalogs: [file] }: FollowedReference,
): Found {
  const { catalogs, model } = project;
  const at = model.valueOrTag(element, model.elements.attributeOf(element, 'catalogName'));
  if (catalogs.folders.length === 0) {
    return {
      code: 'unknown-catalog',
      at,
      message: `There is no catalog ${quoted(catalogName)}: \`CatalogLocations\` names no folder.`,
      help: 'Add the folder of the catalog file to `CatalogLocations`.',
    };
  }
  if (file) {
    const own = file.digest.name;
    const other = own === null ? '' : `, or write \`catalogName="${own}"\` here`;
    return {
      code: 'catalog-found-by-file-name',
      // Simulators that go by the file find it.
      severity: 'warning',
      at,
      message: `No catalog is named ${quoted(catalogName)}; the file of that name holds ${own === null ? 'a catalog without a name' : `the catalog ${quoted(own)}`}.`,
      help: `Name the catalog ${quoted(catalogName)} in its file${other}. The standard goes by the name of the catalog, some simulators by that of the file.`,
      related: [
        placeIn(file.path, file.digest.place, 'the catalog in the file of that name begins here'),
      ],
    };
  }
  return {
    code: 'unknown-catalog',
    at,
    message: `There is no catalog ${quoted(catalogName)} in the folders of \`CatalogLocations\`.`,
    help: helpOn(catalogName, catalogs.names, 'They hold'),
  };
}

function unknownEntry(
  { model }: Project,
  { element, catalogName, entryName, catalogs }: FollowedReference,
): Found {
  const attribute = model.elements.attributeOf(element, 'entryName');
  const names = catalogs.flatMap(({ digest }) => digest.entries.map(({ name }) => name));
  return {
    code: 'unknown-entry',
    at: attribute === none ? model.texts.tagRange(element) : model.texts.valueRange(attribute),
    message: `The catalog ${quoted(catalogName)} has no entry ${quoted(entryName)}.`,
    help: helpOn(entryName, names, 'It has'),
    related: catalogs.map(({ path, digest }) =>
      placeIn(path, digest.place, 'the catalog begins here'),
    ),
  };
}

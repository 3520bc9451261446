import type { Pack } from '../pack';
import { OpenScenarioRecognizer } from './recognizer';
import { openScenarioSchema } from './schema';
import { tables, versions } from './tables';

/**
 * ASAM OpenSCENARIO XML, 1.0 to 1.3. The rule ids are ASAM's where ASAM has one for the whole of a
 * level (checker bundle for OpenSCENARIO XML 1.0.0; `valid_schema` also in Annex C of 1.3.1).
 */
export const pack: Pack = {
  id: 'openscenario',
  title: 'ASAM OpenSCENARIO XML',
  extensions: ['xosc'],
  companions: ['xodr'],
  recognizer: () => new OpenScenarioRecognizer(),
  versions,
  tables,
  schema: openScenarioSchema,
  ruleFor(level, code) {
    if (level === 'syntax') return 'asam.net:xosc:1.0.0:xml.valid_xml_document';
    if (code.startsWith('deprecated')) return 'scrutineer:xosc:1.1.0:xml.not_deprecated';
    if (code === 'unexpected-root') return 'asam.net:xosc:1.0.0:xml.root_tag_is_openscenario';
    return 'asam.net:xosc:1.0.0:xml.valid_schema';
  },
  marked: '$'.charCodeAt(0),
  semantics: async () => (await import('./semantics')).semantics,
  rules: async () => {
    const [{ xmlRules }, { documentRules, projectRules }] = await Promise.all([
      import('./rules/xml'),
      import('./rules'),
    ]);
    return [...xmlRules, ...documentRules, ...projectRules];
  },
  neighbours: {
    OpenDRIVE: 'an OpenDRIVE road network',
    OpenCRG: 'an OpenCRG road surface',
    CheckerResults: 'an ASAM quality checker result (XQAR)',
  },
  link: async () => (await import('./link/tables')).linkTables,
  exemplar: async (bytes) => (await import('./exemplar')).exemplar(bytes),
};

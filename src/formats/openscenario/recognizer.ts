import type { HeadElement, Recognition, Recognizer, HeadFinding } from '../pack';
import { versions } from './tables';

const roots = new Set(['OpenSCENARIO', 'OpenScenario']);

/** What the element after the header makes of a document (group OpenScenarioCategory). */
const kindOf: Readonly<Record<string, string>> = {
  Catalog: 'catalog',
  ParameterValueDistribution: 'parameter value distribution',
};

/** Elements that only a scenario has below its root (group ScenarioDefinition). */
const scenarioElements = new Set([
  'ParameterDeclarations',
  'VariableDeclarations',
  'MonitorDeclarations',
  'CatalogLocations',
  'RoadNetwork',
  'Entities',
  'Storyboard',
]);

/**
 * Tells scenario documents by their root, or by a `FileHeader` with a revision under another root,
 * since a misspelt root is a mistake and no other format.
 */
export class OpenScenarioRecognizer implements Recognizer {
  #rootIsOurs = false;
  /** Whether the header stands where it belongs. */
  #headerIsPresent = false;
  #header: HeadElement | undefined;
  #kind: string | null = null;

  get patient(): boolean {
    return this.#rootIsOurs && this.#header === undefined;
  }

  see(element: HeadElement): 'more' | 'decided' | 'foreign' {
    if (element.depth === 1) this.#rootIsOurs = roots.has(element.name);
    // A header at the wrong place still says what the file means to be.
    if (element.name === 'FileHeader') {
      this.#header ??= element;
      this.#headerIsPresent ||= element.depth === 2;
    }
    if (element.depth !== 2) return this.#answer();
    this.#kind ??= kindOf[element.name] ?? scenarioKind(element.name);
    return this.#answer(true);
  }

  /** What is known so far; `settled` once the root's first child shows whose document it is. */
  #answer(settled = false): 'more' | 'decided' | 'foreign' {
    const revised = revision(this.#header, 'revMajor') !== undefined;
    if (settled && !this.#rootIsOurs && !revised) return 'foreign';
    return this.#header && this.#kind !== null ? 'decided' : 'more';
  }

  conclude(): Recognition | null {
    const header = this.#header;
    const major = revision(header, 'revMajor');
    const minor = revision(header, 'revMinor');
    if (!this.#rootIsOurs && major === undefined) return null;
    const version = major === undefined || minor === undefined ? null : `${major}.${minor}`;
    const known = version !== null && versions.includes(version);
    const schemaVersion = known ? version : nearestVersion(Number(major), Number(minor));
    return {
      version,
      kind: this.#kind,
      schemaVersion,
      unsupported: known ? null : unsupported(header, version, schemaVersion),
      // Without any header the version is not known either, and that says it all.
      findings: header && !this.#headerIsPresent ? [headerElsewhere] : [],
    };
  }
}

/**
 * A part of the revision. Where it is missing, an attribute that only has something in front of the
 * right name is taken for it: what the file means is then plain, and the schema names the mistake.
 */
function revision(header: HeadElement | undefined, name: string): string | undefined {
  const exact = header?.attributes.get(name);
  if (exact !== undefined || !header) return exact;
  const close = [...header.attributes].filter(([key]) => key.endsWith(name));
  return close.length === 1 ? close[0]?.[1] : undefined;
}

function scenarioKind(name: string): string | null {
  return scenarioElements.has(name) ? 'scenario' : null;
}

/** The schema nearest to a revision; the newest where nothing usable is declared. */
function nearestVersion(major: number, minor: number): string {
  const newest = versions.at(-1) ?? '';
  if (Number.isNaN(major) || Number.isNaN(minor)) return newest;
  const value = major * 1000 + minor;
  const distance = (version: string): number => {
    const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
    return Math.abs(ownMajor * 1000 + ownMinor - value);
  };
  return versions.reduce((best, each) => (distance(each) < distance(best) ? each : best), newest);
}

/** The header stands inside of something else, where no reader looks for it. */
const headerElsewhere: HeadFinding = {
  rule: 'asam.net:xosc:1.0.0:xml.fileheader_is_present',
  code: 'header-elsewhere',
  severity: 'error',
  message: 'The file has no `FileHeader` directly in its root.',
  help: 'Move the `FileHeader` to where it belongs: it is the first child of the root.',
  at: 'FileHeader',
  attributes: [],
};

/** @param nearest the version whose schema stands in */
function unsupported(
  header: HeadElement | undefined,
  version: string | null,
  nearest: string,
): HeadFinding {
  const known = versions.join(', ');
  const write = 'Write for example `revMajor="1" revMinor="3"`.';
  if (!header) {
    return {
      rule: 'asam.net:xosc:1.0.0:xml.fileheader_is_present',
      code: 'missing-header',
      severity: 'error',
      message: 'The file has no `FileHeader`, so it does not say which version it follows.',
      help: `\`FileHeader\` is the first child of the root. ${write}`,
      at: null,
      attributes: [],
    };
  }
  const missing = ['revMajor', 'revMinor'].filter((name) => revision(header, name) === undefined);
  if (version === null) {
    return {
      rule: 'asam.net:xosc:1.0.0:xml.version_is_defined',
      code: 'missing-version',
      severity: 'error',
      message: `\`FileHeader\` has no ${missing.map((name) => `\`${name}\``).join(' and no ')}, so the file does not say which version it follows.`,
      help: write,
      at: 'FileHeader',
      attributes: missing,
    };
  }
  const numbers = /^\d+\.\d+$/.test(version);
  const major = versions.some((one) => one.startsWith(`${revision(header, 'revMajor')}.`));
  const wrong = major ? 'revMinor' : 'revMajor';
  return {
    rule: 'asam.net:xosc:1.0.0:xml.version_is_defined',
    code: 'unsupported-version',
    severity: numbers ? 'warning' : 'error',
    message: numbers
      ? `The file declares version ${version}, for which there is no schema here.`
      : `The file declares version \`${version}\`, which is no version.`,
    help: `Declare one of ${known}. Until then, what differs from ${nearest} is told as notes.`,
    at: 'FileHeader',
    attributes: [wrong],
  };
}

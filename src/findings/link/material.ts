import type { ExcerptLine } from '../excerpt';
import { severities, type Finding } from '../finding';
import { noCounts, type Counts, type FileReport } from '../report';
import type { ReportDocument, Tool } from '../reportDocument';
import type { FindingPart, LinkBody, LinkedFile } from './body';
import { findingParts } from './body';
import type { LinkContent, LinkWish } from './link';
import { pathNamer } from './linkPaths';
import {
  linkableExcerpt,
  linkableFinding,
  linkableReport,
  shortText,
  soundNumber,
} from './linkable';
import type { Unit } from './units';

/** How many findings have each part of theirs told, of those that are carried and have it. */
export type PartCounts = Record<FindingPart, number>;

/** No part of any finding. */
export const noParts: Readonly<PartCounts> = {
  excerpts: 0,
  help: 0,
  related: 0,
  elements: 0,
  fixes: 0,
};

/** A finding as a link would tell it. */
interface LinkFinding {
  finding: Finding;
  excerpt: readonly ExcerptLine[] | null;
}

/** A report as what a link's content is made of. */
export class Material {
  readonly total: LinkContent;
  readonly #tool: Tool;
  readonly #counts: Counts;
  readonly #excerptOf: ReportDocument['excerpts'];
  readonly #rename: (path: string) => string;
  readonly #known = new Map<Finding, LinkFinding>();

  constructor(report: ReportDocument, { excerpts, folders }: Omit<LinkWish, 'base' | 'budget'>) {
    const { tool, files } = report;
    this.#tool = { name: shortText(tool.name), version: shortText(tool.version) };
    this.#excerptOf = excerpts ? report.excerpts : null;
    this.#rename = pathNamer(folders);
    this.#counts = sumOf(files);
    this.total = {
      files: files.length,
      findings: severities.reduce((sum, severity) => sum + this.#counts[severity], 0),
      ...partsIn(files, this.#excerptOf !== null),
    };
  }

  /** How many findings among `units` have each part. */
  partsOf(units: readonly Unit[]): PartCounts {
    const counts = { ...noParts };
    for (const { finding } of units) {
      if (!finding) continue;
      for (const part of findingParts) if (this.#has(finding, part)) counts[part]++;
    }
    return counts;
  }

  /** The content of a link that takes in these units, and parts of the first findings that have them. */
  body(units: readonly Unit[], parts: Readonly<PartCounts>): LinkBody {
    const left = { ...parts };
    const leftOut = new Set<FindingPart>();
    const taken = new Map<FileReport, Map<Finding, LinkFinding>>();
    for (const { file, finding } of units) {
      const some = taken.get(file) ?? new Map<Finding, LinkFinding>();
      taken.set(file, some);
      if (!finding) continue;
      const has = findingParts.filter((part) => this.#has(finding, part));
      const told = has.filter((part) => left[part]-- > 0);
      for (const part of has) if (!told.includes(part)) leftOut.add(part);
      some.set(finding, withParts(this.#linkFinding(finding), told));
    }
    return {
      tool: this.#tool,
      totals: {
        files: this.total.files,
        counts: this.#counts,
        leftOut: findingParts.filter((part) => leftOut.has(part)),
      },
      files: [...taken].map(([file, findings]) => this.#linkedFile(file, findings)),
    };
  }

  #linkedFile(file: FileReport, taken: ReadonlyMap<Finding, LinkFinding>): LinkedFile {
    const told = file.findings.flatMap((finding) => taken.get(finding) ?? []);
    const findings = told.map(({ finding }) => finding);
    const report = linkableReport(file, this.#rename(file.path), findings);
    const excerpts = new Map<Finding, readonly ExcerptLine[]>();
    for (const { finding, excerpt } of told) if (excerpt) excerpts.set(finding, excerpt);
    return { report, excerpts };
  }

  #linkFinding(finding: Finding): LinkFinding {
    let known = this.#known.get(finding);
    if (!known) {
      const { path, span } = finding;
      const lines = hasPlace(finding) ? (this.#excerptOf?.(path, span) ?? []) : [];
      known = {
        finding: linkableFinding(finding, this.#rename),
        excerpt: lines.length > 0 ? linkableExcerpt(lines) : null,
      };
      this.#known.set(finding, known);
    }
    return known;
  }

  #has(original: Finding, part: FindingPart): boolean {
    const { finding, excerpt } = this.#linkFinding(original);
    return part === 'excerpts' ? excerpt !== null : finding[fieldOf[part]] !== undefined;
  }
}

/** Where a finding keeps its parts. */
const fieldOf = {
  help: 'help',
  related: 'related',
  elements: 'element',
  fixes: 'fix',
} as const satisfies Record<Exclude<FindingPart, 'excerpts'>, keyof Finding>;

function withParts({ finding, excerpt }: LinkFinding, told: readonly FindingPart[]): LinkFinding {
  const { help, related, element, fix, ...bare } = finding;
  return {
    finding: {
      ...bare,
      ...(help !== undefined && told.includes('help') ? { help } : {}),
      ...(related && told.includes('related') ? { related } : {}),
      ...(element !== undefined && told.includes('elements') ? { element } : {}),
      ...(fix && told.includes('fixes') ? { fix } : {}),
    },
    excerpt: told.includes('excerpts') ? excerpt : null,
  };
}

function sumOf(files: readonly FileReport[]): Counts {
  const sum = noCounts();
  for (const { counts } of files) {
    for (const severity of severities)
      sum[severity] = soundNumber(sum[severity] + counts[severity]);
  }
  return sum;
}

function partsIn(files: readonly FileReport[], excerpts: boolean): PartCounts {
  const counts = { ...noParts };
  for (const { findings } of files) {
    for (const finding of findings) {
      if (excerpts && hasPlace(finding)) counts.excerpts++;
      if (finding.help !== undefined) counts.help++;
      if (finding.related) counts.related++;
      if (finding.element !== undefined) counts.elements++;
      if (finding.fix) counts.fixes++;
    }
  }
  return counts;
}

/** A span of no bytes at the very start stands for the file as a whole. */
function hasPlace({ span }: Finding): boolean {
  return span.endOffset > 0;
}

import type { Level } from '../findings/finding';
import type { Pack, Semantics } from '../formats/pack';
import type { Bytes } from '../intake/chunks';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import type { Insight } from '../rules/insight';
import type { Neighbours } from '../rules/neighbours';
import type { RuleInfo } from '../rules/rule';
import { RuleRunner } from '../rules/runner';
import { Elements } from '../tree/elements';
import { PlaceFinder } from '../tree/places';
import { DocumentBytes } from './documentBytes';
import { FoundFindings } from './foundFindings';
import type { ReportBuilder } from './reportBuilder';
import type { StageClock } from './stageClock';
import type { SchemaTokenizer } from './tokenizerShelf';

export interface MeaningParts {
  path: string;
  pack: Pack;
  semantics: Semantics;
  judge: SchemaTokenizer;
  kind: string | null;
  encoding: DetectedEncoding;
  /** Whether chunks are good for a moment only; and bytes of the document, where known, else 0. */
  lent: boolean;
  size: number;
  report: ReportBuilder;
  level: Level;
  neighbours: Neighbours | null;
  insight: ((insight: Insight) => void) | undefined;
  clock: StageClock;
  /** Whether rules are to be measured one by one. */
  detail: boolean;
}

/**
 * Checks what a document means, once all of it was read: keeps its bytes on the way, gives the pack
 * what rules look at, and reports what they find.
 */
export class Meaning {
  readonly #parts: MeaningParts;
  readonly #bytes: DocumentBytes;

  constructor(parts: MeaningParts) {
    this.#parts = parts;
    this.#bytes = new DocumentBytes(parts.encoding, parts.lent, parts.size);
  }

  /** Keeps a chunk of the document. */
  add(chunk: Bytes): void {
    this.#bytes.add(chunk);
  }

  /** Bytes kept so far. */
  get length(): number {
    return this.#bytes.length;
  }

  /** Runs the rules of all levels above structure. The document's tape must have been moved. */
  async check(): Promise<void> {
    const {
      path,
      pack,
      semantics,
      judge,
      kind,
      report,
      level,
      neighbours,
      insight,
      clock,
      detail,
    } = this.#parts;
    const { tokenizer, schema } = judge;
    const bytes = this.#bytes.utf8();
    const found = new FoundFindings(path);
    const rules = new RuleRunner({
      versions: pack.versions,
      version: schema.version,
      ...(detail ? { took: ({ id }: RuleInfo, ms: number) => clock.tookRule(id, ms) } : {}),
      wants: (rule) => report.wants(rule),
      tell: (rule: RuleInfo, one) => {
        const severity = one.severity ?? rule.severity;
        const kind = { rule: rule.id, level: rule.level, severity };
        // What is not told needs no place.
        if (report.tells(kind, one.always)) found.add(rule, one);
      },
    });
    const elements = new Elements(tokenizer.columns(), tokenizer.names);
    const finder = new PlaceFinder(bytes, elements.marks);
    const document = { path, bytes, schema, elements, version: schema.version, kind };
    const tellFound = (): void => {
      for (const finding of found.take(this.#bytes, finder)) report.add(finding, true);
      report.flush();
    };
    await semantics.check(document, {
      level,
      rules,
      neighbours: level === 'project' ? neighbours : null,
      ...(insight ? { insight } : {}),
      lap: (done) => {
        tellFound();
        clock.lap(done === 'project' ? 'project' : 'semantics');
      },
    });
    tellFound();
  }
}

import type { Finding, Level, Severity, Span } from '../findings/finding';
import type { HeadFinding, Pack, Recognition } from '../formats/pack';
import type { ExplainedIssue } from '../schema/explain';
import { explain } from '../schema/explain';
import type { Judgement } from '../schema/explanation';
import type { StructureIssue } from '../schema/issue';
import type { IssueBlock } from './issueBlock';
import { mergeMisspelt } from './misspelt';
import type { ReportBuilder } from './reportBuilder';
import { plainSyntaxRule } from './strangers';
import { isDeprecation, structureIssue } from './structureIssues';
import { codeName, isSyntax, syntaxMessage } from './syntaxMessages';
import type { Code, Issue, Place } from './tokenizer';
import type { SchemaTokenizer } from './tokenizerShelf';

/** Different issues whose words are kept. */
const mostWords = 1000;

/** What turns a document's issues into findings. */
export interface IssueFindingsParts {
  path: string;
  /** The encoding as it is named in messages. */
  encoding: string;
  pack: Pack | null;
  recognition: Recognition | null;
  judge: SchemaTokenizer | null;
  report: ReportBuilder;
}

/** Finds the words for issues, in the order in which they were found, and adds them to the report. */
export class IssueFindings {
  readonly #parts: IssueFindingsParts;
  /** Words by issue. The names in issues are those of one reader, so each reader has its own. */
  readonly #words = new WeakMap<NameOf, Map<string, ExplainedIssue>>();

  constructor(parts: IssueFindingsParts) {
    this.#parts = parts;
  }

  /**
   * Adds a block of issues, whose names `nameOf` knows. What is found and what is only counted does
   * not depend on how issues are spread over blocks, so long as those of one start tag stay together.
   */
  add(block: IssueBlock, nameOf: NameOf): void {
    const { report } = this.#parts;
    const count = block.count;
    const rest = new Map<Code, number>();
    for (let at = 0; at < count;) {
      const code = block.code(at);
      if (isSyntax(code)) {
        report.add(this.#syntaxFinding(block.issue(at++), nameOf));
      } else if (report.room <= 0) {
        rest.set(code, (rest.get(code) ?? 0) + 1);
        at++;
      } else {
        const from = at;
        while (
          ++at < block.count &&
          block.tag(at) === block.tag(from) &&
          !isSyntax(block.code(at))
        );
        for (const finding of this.#structureFindings(block.issues(from, at), nameOf)) {
          report.add(finding);
        }
      }
    }
    rest.forEach((number, code) => this.count(code, number));
  }

  /** Counts structure issues that are not to be kept. */
  count(code: Code, number: number): void {
    const { pack, report } = this.#parts;
    const rule = pack?.ruleFor('structure', codeName(code)) ?? plainSyntaxRule;
    report.count({ rule, level: 'structure', severity: this.#severityOf(code) }, number);
  }

  /** How bad a structure issue is that is only counted. */
  #severityOf(code: Code): Severity {
    if (this.#parts.recognition?.unsupported) return 'info';
    return isDeprecation(code) ? 'warning' : 'error';
  }

  #syntaxFinding(issue: Issue, nameOf: NameOf): Finding {
    const { encoding, pack } = this.#parts;
    const { related, ...words } = syntaxMessage(issue, {
      name: (id) => (id === 0 ? '' : nameOf(id)),
      encoding,
    });
    const rule = pack?.ruleFor('syntax', words.code) ?? plainSyntaxRule;
    return this.#finding(issue, { rule, ...words }, related);
  }

  #structureFindings(issues: Issue[], nameOf: NameOf): Finding[] {
    const { judge, pack, recognition } = this.#parts;
    if (!judge || !pack || !recognition) return [];
    const declared = recognition.unsupported === null;
    const judgement = { schema: pack.schema(), version: judge.schema.version, declared };
    const named = issues.map((issue) => ({
      issue,
      named: structureIssue(issue, judge.schema, nameOf),
    }));
    const told = named.filter(({ named }) => !tellsMissing(recognition.unsupported, named));
    return mergeMisspelt(told).map(({ issue, named }) => {
      const { code, severity, message, help } = this.#explained(issue, named, judgement, nameOf);
      const words = {
        rule: pack.ruleFor('structure', code),
        level: 'structure' as const,
        code,
        // By a schema that the file does not declare, nothing is a mistake.
        severity: declared ? severity : ('info' as const),
        message,
        ...(help === undefined ? {} : { help }),
      };
      const related = issue.related ? 'the text stands here' : undefined;
      return this.#finding(issue, words, related);
    });
  }

  /** The words for an issue; those that differ in their place alone are put into words once. */
  #explained(
    issue: Issue,
    named: StructureIssue,
    judgement: Judgement,
    nameOf: NameOf,
  ): ExplainedIssue {
    let words = this.#words.get(nameOf);
    if (!words) this.#words.set(nameOf, (words = new Map<string, ExplainedIssue>()));
    const { code, a, b, c, flags, parent, text } = issue;
    const key = `${code} ${a} ${b} ${c} ${flags} ${parent} ${text.join()}`;
    let explained = words.get(key);
    if (!explained) {
      explained = this.#parts.judge?.words.of(named, judgement) ?? explain(named, judgement);
      if (words.size < mostWords) words.set(key, explained);
    }
    return explained;
  }

  #finding(
    issue: Issue,
    words: Omit<Finding, 'path' | 'span' | 'related' | 'fix'> & { level: Level },
    relatedMessage: string | undefined,
  ): Finding {
    const { path } = this.#parts;
    const finding: Finding = { ...words, path, span: spanOf(issue.start, issue.end) };
    if (issue.related && relatedMessage !== undefined) {
      const { start, end } = issue.related;
      finding.related = [{ path, span: spanOf(start, end), message: relatedMessage }];
    }
    return finding;
  }
}

/** Whether the finding about the version says already that an attribute is missing. */
function tellsMissing(
  unsupported: HeadFinding | null,
  { kind, element, attribute = '' }: StructureIssue,
): boolean {
  if (kind !== 'missing-attribute' || unsupported?.at !== element) return false;
  return unsupported.attributes.includes(attribute);
}

/** Gives a name by the id that one reader knows it by. */
export type NameOf = (id: number) => string;

/** The span between two places. */
export function spanOf(start: Place, end: Place): Span {
  return {
    offset: start.offset,
    endOffset: end.offset,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

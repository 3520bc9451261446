import type { Finding, RelatedPlace, Span } from '../findings/finding';
import type { Found, Range, RuleInfo } from '../rules/rule';
import type { PlaceFinder } from '../tree/places';
import type { DocumentBytes } from './documentBytes';

/** Collects what rules found in a document, and turns it into findings, their places worked out. */
export class FoundFindings {
  readonly #path: string;
  #found: { rule: RuleInfo; found: Found }[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  add(rule: RuleInfo, found: Found): void {
    this.#found.push({ rule, found });
  }

  /** The findings since this was called last, in the order of their places. */
  take(document: DocumentBytes, finder: PlaceFinder): Finding[] {
    const taken = this.#found;
    if (taken.length === 0) return [];
    this.#found = [];
    const spanOf = spansIn(document, finder);
    taken.sort((a, b) => a.found.at[0] - b.found.at[0] || a.found.at[1] - b.found.at[1]);
    return taken.map(({ rule, found }) => this.#finding(rule, found, spanOf));
  }

  #finding(rule: RuleInfo, found: Found, spanOf: (range: Range) => Span): Finding {
    const { code, message, help, related, fix } = found;
    const place = (one: NonNullable<Found['related']>[number]): RelatedPlace =>
      'at' in one
        ? { path: this.#path, span: spanOf(one.at), message: one.message }
        : { path: one.path, span: one.span, message: one.message };
    return {
      rule: rule.id,
      code,
      level: rule.level,
      severity: found.severity ?? rule.severity,
      message,
      ...(help === undefined ? {} : { help }),
      path: this.#path,
      span: spanOf(found.at),
      ...(related ? { related: related.map(place) } : {}),
      ...(fix ? { fix: fix.map(({ at, text }) => ({ span: spanOf(at), text })) } : {}),
    };
  }
}

/** What gives the span of a range, as editors and the file count. */
function spansIn(document: DocumentBytes, finder: PlaceFinder): (range: Range) => Span {
  const placeOf = (text: number): { offset: number; line: number; column: number } => {
    const { line, column, units, characters } = finder.at(text);
    return { offset: document.offsetOf(text, units, characters), line, column };
  };
  return ([start, end]) => {
    const from = placeOf(start);
    const to = placeOf(end);
    return {
      offset: from.offset,
      endOffset: to.offset,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
  };
}

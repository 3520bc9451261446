import { hasOffsets, severities, type Finding, type Severity } from '../../findings/finding';
import { firstAbove } from '../../tree/columns';
import type { Tree } from '../../tree/tree';
import type { OpenedText } from '../source/shelf';

/** What an element's row tells of findings. */
export interface RowFindings {
  /** The gravest severity in the element or in anything inside it. */
  severity: Severity;
  /** Findings in it and inside it. */
  count: number;
  /** Whether one of that severity is about the element itself. */
  own: boolean;
}

/** Counts findings by where they are in a file, so that a branch can tell what lies inside it. */
export class FindingTally {
  /** Ascending offsets, by severity, gravest first. */
  readonly #offsets: { severity: Severity; at: Float64Array }[];

  /** @param places byte offsets into the text's UTF-8 form, with severities */
  constructor(places: readonly { offset: number; severity: Severity }[]) {
    this.#offsets = severities.map((severity) => ({
      severity,
      at: Float64Array.from(
        places.filter((place) => place.severity === severity),
        ({ offset }) => offset,
      ).sort(),
    }));
  }

  #countBetween(at: Float64Array, start: number, end: number): number {
    if (at.length === 0) return 0;
    return firstAbove(at, end - 1, 0, at.length) - firstAbove(at, start - 1, 0, at.length);
  }

  /** What an element's row tells, or `null` when there is nothing in it. */
  of(tree: Tree, element: number): RowFindings | null {
    const start = tree.startOf(element);
    const end = tree.isOpen(element) ? Infinity : tree.endOf(element);
    const ownEnd = tree.childCountOf(element) > 0 ? tree.tagEndOf(element) : end;
    return this.between(start, ownEnd, end);
  }

  /**
   * The same for what lies between two offsets, or `null` when there is nothing in it.
   * @param ownEnd up to where it is about the element itself
   */
  between(start: number, ownEnd: number, end: number): RowFindings | null {
    let count = 0;
    let gravest: { severity: Severity; at: Float64Array } | null = null;
    for (const some of this.#offsets) {
      const inside = this.#countBetween(some.at, start, end);
      count += inside;
      if (inside > 0) gravest ??= some;
    }
    if (!gravest) return null;
    const own = this.#countBetween(gravest.at, start, ownEnd) > 0;
    return { severity: gravest.severity, count, own };
  }
}

/**
 * Where findings are in a text's UTF-8 form. Files in another encoding are asked by line and column,
 * since the offsets of a finding are those of the file itself. Rejects as the text's `read` does.
 */
export async function tallyOf(
  findings: readonly Finding[],
  opened: () => Promise<OpenedText>,
): Promise<FindingTally> {
  if (findings.length === 0) return new FindingTally([]);
  const { text, index } = await opened();
  if (text.sameOffsets && findings.every(({ span }) => hasOffsets(span))) {
    return new FindingTally(
      findings.map(({ span, severity }) => ({ offset: span.offset, severity })),
    );
  }
  const lines = await index;
  const places = [];
  // In the order of the text, so that each part of it is read only once.
  const ordered = [...findings].sort((a, b) => a.span.offset - b.span.offset);
  for (const { span, severity } of ordered) {
    places.push({ offset: await lines.offsetOf(span), severity });
  }
  return new FindingTally(places);
}

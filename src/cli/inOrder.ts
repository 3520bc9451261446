import type { Inspection } from '../engine/inspection';
import type { InputMark } from '../findings/jsonl';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';

/** Something whose report is wanted in its turn: a source, or a report that is there already. */
export type Item = ({ source: Source } | { report: FileReport }) & {
  /** Where it belongs, in a part of a run; what an archive holds belongs where the archive does. */
  input?: InputMark | undefined;
};

export interface Outcome {
  /** Where the report's excerpts come from; null for a report that came with the items. */
  source: Source | null;
  report: FileReport;
  input: InputMark | undefined;
}

/** Inspects a source; told how much is waiting, itself included. */
export type Inspect = (
  source: Source,
  waiting: { files: number; bytes: number },
) => Promise<Inspection>;

/** A file of so many bytes is begun before its turn, so that it is not what the others wait for. */
const largeBytes = 4 * 1024 * 1024;

/** Large files that are begun before their turn at once; each holds memory until its turn has come. */
const largeAtOnce = 64;

function sizeOf(item: Item): number {
  return 'source' in item ? (item.source.size ?? 0) : 0;
}

interface Node {
  item: Item;
  /** Under way or done; null while it waits. */
  result: Promise<Outcome | null> | null;
  next: Node | null;
}

/**
 * Inspects many sources at once and gives the reports in the order of the items. The entries of an
 * archive follow their archive. At most `atOnce` are under way, and at most twice as many are
 * finished ahead of their turn, so that memory does not grow with the number of files. Where several
 * are under way, large ones are begun first wherever they stand, the largest before all others: one
 * left for the end would keep a single thread busy while the others have nothing more to do.
 */
export async function* inOrder(
  items: readonly Item[],
  inspect: Inspect,
  atOnce: () => number,
): AsyncGenerator<Outcome, void, undefined> {
  const waiting = { files: 0, bytes: 0 };
  const count = (item: Item, sign: 1 | -1): void => {
    waiting.files += sign;
    waiting.bytes += sign * sizeOf(item);
  };
  /** Large ones that may still wait, the largest last. */
  const large: Node[] = [];
  let largeBegun = 0;
  const link = (some: readonly Item[], next: Node | null): Node | null => {
    let first = next;
    for (let at = some.length - 1; at >= 0; at--) {
      const item = some[at];
      if (!item) continue;
      count(item, 1);
      first = { item, result: null, next: first };
      if (sizeOf(item) >= largeBytes) large.push(first);
    }
    large.sort((a, b) => sizeOf(a.item) - sizeOf(b.item));
    return first;
  };

  let head = link(items, null);
  /** All nodes before this one are begun. */
  let next = head;
  let running = 0;
  let begun = 0;

  const begin = async (node: Node): Promise<Outcome | null> => {
    if ('report' in node.item) {
      count(node.item, -1);
      return { source: null, report: node.item.report, input: node.item.input };
    }
    const { source, input } = node.item;
    running++;
    try {
      const result = inspect(source, { ...waiting });
      count(node.item, -1);
      const inspection = await result;
      if (inspection.type === 'archive') {
        node.next = link(
          inspection.entries.map((entry) => ({ source: entry, input })),
          node.next,
        );
        // Its entries are not begun, whatever lies behind them.
        next = node.next;
      }
      return inspection.report && { source, report: inspection.report, input };
    } finally {
      running--;
      fill();
    }
  };
  const start = (node: Node): Promise<unknown> => {
    begun++;
    node.result = begin(node);
    // A failure is met when its turn comes; until then it is not unhandled.
    return node.result.catch(() => undefined);
  };
  const startLarge = (): void => {
    while (largeBegun < largeAtOnce) {
      const node = large.pop();
      if (!node) return;
      if (node.result) continue;
      largeBegun++;
      void start(node).then(() => largeBegun--);
    }
  };
  const fill = (): void => {
    for (; next; next = next.next) {
      // Asked each time: the first source may be what calls more hands in.
      const most = atOnce();
      if (most > 1) startLarge();
      if (running >= most || begun >= 3 * most) return;
      if (!next.result) void start(next);
    }
  };

  fill();
  while (head) {
    if (!head.result) void start(head);
    const outcome: Outcome | null = await head.result;
    head = head.next;
    begun--;
    fill();
    if (outcome) yield outcome;
  }
}

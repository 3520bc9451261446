import { attributeText, contentText, shortened } from '../../tree/values';
import type { ResolvedValue } from '../../rules/insight';
import type { InsightIndex } from '../../session/insightIndex';
import type { Tree } from '../../tree/tree';
import type { ValuePages } from './valuePages';

/** One attribute of a row; `value` is null while its bytes are on their way. */
export interface ShownAttribute {
  name: string;
  value: string | null;
  /** What it comes to, where it is a reference or an expression. */
  resolved?: ResolvedValue;
}

/** What a row says beside its element's name. */
export interface RowText {
  attributes: ShownAttribute[];
  /** How many attributes there are beyond those. */
  more: number;
  /** The text of an element without children, if it has one. */
  text: string | null;
}

const mostAttributes = 4;
/** UTF-16 units of a value that a row has room for. */
const mostUnits = 48;
/** Bytes read of a value: enough for that many units, however they are encoded or referred to. */
const mostBytes = 400;

/**
 * The rank of an attribute in a row: what a thing is called, then what it refers to, then the rest
 * as written.
 */
function rankOf(name: string): number {
  if (name === 'name') return 0;
  if (/^id$|name$/i.test(name)) return 1;
  return /ref$/i.test(name) ? refersRank : restRank;
}

const refersRank = 2;
const restRank = 3;

/**
 * The text of an element's row: its most telling attributes, values shortened.
 * @param query what is searched for, in lower case: a value that holds it comes first
 * @param insight what values come to, where that is known
 */
export function rowText(
  tree: Tree,
  element: number,
  pages: ValuePages | null,
  query: string | null = null,
  insight: InsightIndex | null = null,
): RowText {
  const [from, to] = tree.attributesOf(element);
  const ranked: {
    attribute: number;
    name: string;
    rank: number;
    resolved: ResolvedValue | null;
  }[] = [];
  for (let attribute = from; attribute < to; attribute++) {
    const name = tree.attributeNameOf(attribute);
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const sought = query !== null && holds(tree, attribute, pages, query);
    const resolved = insight?.firstIn(...tree.valueSpanOf(attribute)) ?? null;
    // What is written as a parameter refers to one.
    const rank = Math.min(rankOf(name), resolved ? refersRank : restRank);
    ranked.push({ attribute, name, rank: sought ? -1 : rank, resolved });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.attribute - b.attribute);
  return {
    attributes: ranked.slice(0, mostAttributes).map(({ attribute, name, resolved }) => {
      const value = shownValue(tree, attribute, pages);
      return { name, value, ...(resolved ? { resolved } : {}) };
    }),
    more: Math.max(0, ranked.length - mostAttributes),
    text: shownText(tree, element, pages),
  };
}

function holds(tree: Tree, attribute: number, pages: ValuePages | null, query: string): boolean {
  return fullValue(tree, attribute, pages)?.toLowerCase().includes(query) ?? false;
}

function shownValue(tree: Tree, attribute: number, pages: ValuePages | null): string | null {
  if (tree.valueIsElsewhere(attribute)) return '…';
  const value = fullValue(tree, attribute, pages);
  return value === null ? null : shortened(value, mostUnits);
}

/** As much of a value as could ever be shown; null while its bytes are on their way. */
function fullValue(tree: Tree, attribute: number, pages: ValuePages | null): string | null {
  const [start, end] = tree.valueSpanOf(attribute);
  const bytes = pages?.get(start, Math.min(end, start + mostBytes));
  return bytes ? attributeText(bytes, tree.valueNeedsDecoding(attribute)) : null;
}

function shownText(tree: Tree, element: number, pages: ValuePages | null): string | null {
  if (tree.childCountOf(element) > 0) return null;
  const span = tree.firstTextOf(element);
  if (!span) return null;
  const bytes = pages?.get(span[0], Math.min(span[1], span[0] + mostBytes));
  return bytes ? shortened(contentText(bytes), mostUnits) : null;
}

import { byPlace } from '../findings/byPlace';
import { severities, type Finding, type Severity } from '../findings/finding';
import { noCounts, type Counts } from '../findings/report';
import type { FileEntry } from './entry.svelte';

/** How findings are put together. */
export const groupings = ['file', 'rule', 'message'] as const;
export type Grouping = (typeof groupings)[number];

export interface FindingFilter {
  /** Must occur in the message, code, rule or path, ignoring case. */
  text: string;
  /** Severities to leave out. */
  hidden: ReadonlySet<Severity>;
  /** Only findings with this code; null for all. */
  code: string | null;
}

/** A finding and the file it is in. */
export interface LocatedFinding {
  entry: FileEntry;
  finding: Finding;
}

export interface GroupRow {
  type: 'group';
  /** Stays the same while findings come and go. */
  key: string;
  /** Path, code or message. */
  title: string;
  /** The rule behind a code. */
  rule: string | null;
  /** The file, when grouped by file. */
  entry: FileEntry | null;
  counts: Counts;
  total: number;
  collapsed: boolean;
}

export interface FindingRow extends LocatedFinding {
  type: 'finding';
  group: GroupRow;
  /** Place within its group, 1-based. */
  position: number;
}

export type Row = GroupRow | FindingRow;

export interface FindingList {
  /** What is on screen, in order: groups, and the findings of those that are open. */
  rows: Row[];
  /** All findings that pass the filter in the same order, those in closed groups too. */
  order: FindingRow[];
  /** Findings by severity; the text and code filter apply, the severity filter does not. */
  counts: Counts;
  /** Findings by code, most frequent first; no filter applies. */
  codes: { code: string; count: number }[];
  /** Findings before any filter. */
  total: number;
}

/**
 * Filters and groups the findings of some files, each file's in the order of their places once all are there. Groups come in the
 * order of their first finding, unless `worstFirst` puts groups by rule or message in order of
 * severity and number: that is for when nothing more comes in, as rows would jump otherwise.
 */
export function listFindings(
  entries: Iterable<FileEntry>,
  grouping: Grouping,
  filter: FindingFilter,
  collapsed: ReadonlySet<string>,
  worstFirst: boolean,
): FindingList {
  const matches = textMatcher(filter.text);
  const counts = noCounts();
  const codes = new Map<string, { code: string; count: number }>();
  const groups = new Groups(grouping, collapsed);
  let total = 0;
  for (const entry of entries) {
    // While more comes in, rows would jump.
    for (const finding of entry.pending ? entry.findings : byPlace(entry.findings)) {
      total++;
      const code = codes.get(finding.code);
      if (code) code.count++;
      else codes.set(finding.code, { code: finding.code, count: 1 });
      if (filter.code !== null && finding.code !== filter.code) continue;
      if (matches && !matches(finding)) continue;
      counts[finding.severity]++;
      if (!filter.hidden.has(finding.severity)) groups.add(entry, finding);
    }
  }
  if (worstFirst && grouping !== 'file') groups.list.sort((a, b) => byWeight(a.row, b.row));

  const rows: Row[] = [];
  const order: FindingRow[] = [];
  for (const { row, members } of groups.list) {
    rows.push(row);
    for (const member of members) {
      order.push(member);
      if (!row.collapsed) rows.push(member);
    }
  }
  return {
    rows,
    order,
    counts,
    codes: [...codes.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    total,
  };
}

interface Group {
  row: GroupRow;
  members: FindingRow[];
}

/**
 * Puts findings into groups as they come. A hundred thousand of them have to be through within a
 * frame or two, so a key is made up once a group and not once a finding.
 */
class Groups {
  readonly list: Group[] = [];
  #grouping: Grouping;
  #collapsed: ReadonlySet<string>;
  #byEntry = new Map<FileEntry, Group>();
  /** By code or message, then by rule or code. */
  #byText = new Map<string, Map<string, Group>>();

  constructor(grouping: Grouping, collapsed: ReadonlySet<string>) {
    this.#grouping = grouping;
    this.#collapsed = collapsed;
  }

  add(entry: FileEntry, finding: Finding): void {
    const group = this.#find(entry, finding);
    const { row, members } = group;
    row.counts[finding.severity]++;
    row.total++;
    members.push({ type: 'finding', entry, finding, group: row, position: row.total });
  }

  #find(entry: FileEntry, finding: Finding): Group {
    if (this.#grouping === 'file') {
      let group = this.#byEntry.get(entry);
      if (!group) {
        group = this.#open(`file ${entry.id}`, entry, finding);
        this.#byEntry.set(entry, group);
      }
      return group;
    }
    const { code, rule, message } = finding;
    const [outer, inner] = this.#grouping === 'rule' ? [code, rule] : [message, code];
    let some = this.#byText.get(outer);
    if (!some) {
      some = new Map();
      this.#byText.set(outer, some);
    }
    let group = some.get(inner);
    if (!group) {
      group = this.#open(`${this.#grouping} ${inner} ${outer}`, entry, finding);
      some.set(inner, group);
    }
    return group;
  }

  #open(key: string, entry: FileEntry, finding: Finding): Group {
    const row = newGroup(key, this.#grouping, entry, finding, this.#collapsed.has(key));
    const group = { row, members: [] };
    this.list.push(group);
    return group;
  }
}

function newGroup(
  key: string,
  grouping: Grouping,
  entry: FileEntry,
  finding: Finding,
  collapsed: boolean,
): GroupRow {
  const title = { file: entry.path, rule: finding.code, message: finding.message }[grouping];
  return {
    type: 'group',
    key,
    title,
    rule: grouping === 'file' ? null : finding.rule,
    entry: grouping === 'file' ? entry : null,
    counts: noCounts(),
    total: 0,
    collapsed,
  };
}

function byWeight(a: GroupRow, b: GroupRow): number {
  for (const severity of severities) {
    const difference = Number(b.counts[severity] > 0) - Number(a.counts[severity] > 0);
    if (difference !== 0) return difference;
    if (a.counts[severity] > 0 && a.total !== b.total) return b.total - a.total;
  }
  return 0;
}

function textMatcher(text: string): ((finding: Finding) => boolean) | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  // A pattern made once is several times quicker than lower-casing a hundred thousand messages.
  const pattern = new RegExp(wanted.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'i');
  return ({ message, code, rule, path }) =>
    pattern.test(message) || pattern.test(code) || pattern.test(path) || pattern.test(rule);
}

/**
 * The finding after (`step` 1) or before (`step` -1) the current one in the list, going round at
 * the ends. Without a current one, or when the filter hides it, the first or the last.
 */
export function stepFrom(list: FindingList, current: Finding | null, step: 1 | -1): number {
  const { length } = list.order;
  if (length === 0) return -1;
  const at = current === null ? -1 : list.order.findIndex(({ finding }) => finding === current);
  if (at < 0) return step === 1 ? 0 : length - 1;
  return (at + step + length) % length;
}

/**
 * The same finding in another list of the same file: what is told while a file is being read
 * stands in its report again, not necessarily as the same object.
 */
export function sameFinding(finding: Finding, among: readonly Finding[]): Finding | null {
  if (among.includes(finding)) return finding;
  return (
    among.find(
      (other) =>
        other.span.offset === finding.span.offset &&
        other.span.endOffset === finding.span.endOffset &&
        other.code === finding.code &&
        other.message === finding.message,
    ) ?? null
  );
}

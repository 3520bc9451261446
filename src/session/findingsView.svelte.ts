import { untrack } from 'svelte';
import type { Severity } from '../findings/finding';
import type { FileEntry } from './entry.svelte';
import { listFindings, type FindingList, type Grouping } from './findingList';

/** What the findings are listed of, read afresh whenever it changes. */
export interface FindingsScope {
  entries: Iterable<FileEntry>;
  /** True while more findings may come. */
  growing: boolean;
}

/** How the findings are listed: filter, grouping, closed groups, and the list that comes of it. */
export class FindingsView {
  text = $state.raw('');
  hidden: ReadonlySet<Severity> = $state.raw(new Set<Severity>());
  code: string | null = $state.raw(null);
  grouping: Grouping = $state.raw('file');
  collapsed: ReadonlySet<string> = $state.raw(new Set<string>());
  #scope: () => FindingsScope;

  readonly list: FindingList = $derived.by(() => {
    const { entries, growing } = this.#scope();
    const { text, hidden, code, grouping, collapsed } = this;
    return untrack(() =>
      listFindings(entries, grouping, { text, hidden, code }, collapsed, !growing),
    );
  });

  /** True when some findings may be missing from the list because of the filter. */
  readonly filtered: boolean = $derived(
    this.text.trim() !== '' || this.hidden.size > 0 || this.code !== null,
  );

  /** @param scope reads what to list, and subscribes to its changes */
  constructor(scope: () => FindingsScope) {
    this.#scope = scope;
  }

  toggleSeverity(severity: Severity): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(severity)) hidden.add(severity);
    this.hidden = hidden;
  }

  toggleGroup(key: string): void {
    const collapsed = new Set(this.collapsed);
    if (!collapsed.delete(key)) collapsed.add(key);
    this.collapsed = collapsed;
  }

  openGroup(key: string): void {
    if (this.collapsed.has(key)) this.toggleGroup(key);
  }

  collapseAll(): void {
    this.collapsed = new Set(
      this.list.rows.flatMap((row) => (row.type === 'group' ? [row.key] : [])),
    );
  }

  expandAll(): void {
    this.collapsed = new Set();
  }

  clearFilter(): void {
    this.text = '';
    this.hidden = new Set();
    this.code = null;
  }
}

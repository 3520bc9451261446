import { untrack } from 'svelte';
import type { FileEntry } from './entry.svelte';
import {
  listFiles,
  type FileColumn,
  type FileList,
  type FileSort,
  type Standing,
} from './fileList';

/** Columns that start with the largest value, because that is what one looks for in them. */
const largestFirst: readonly FileColumn[] = ['errors', 'warnings', 'size', 'time', 'version'];

/** How the files are listed: filter, order, and the list that comes of it. */
export class FilesView {
  text = $state.raw('');
  standing: Standing | null = $state.raw(null);
  bystanders = $state.raw(false);
  sort: FileSort | null = $state.raw(null);
  #entries: () => readonly FileEntry[];

  readonly list: FileList = $derived.by(() => {
    const entries = this.#entries();
    const { text, standing, bystanders, sort } = this;
    // Thousands of statuses are read here; subscribing to each would cost more than the listing.
    return untrack(() => listFiles(entries, { text, standing, bystanders }, sort));
  });

  /** @param entries reads the files, and subscribes to their coming, going and changing */
  constructor(entries: () => readonly FileEntry[]) {
    this.#entries = entries;
  }

  /** Sorts by a column; again, the other way round; a third time, in the order of arrival. */
  sortBy(column: FileColumn): void {
    const first = largestFirst.includes(column);
    if (this.sort?.column !== column) this.sort = { column, descending: first };
    else if (this.sort.descending === first) this.sort = { column, descending: !first };
    else this.sort = null;
  }

  /** Shows files of one standing only, or all again. */
  toggleStanding(standing: Standing): void {
    this.standing = this.standing === standing ? null : standing;
  }

  clearFilter(): void {
    this.text = '';
    this.standing = null;
  }
}

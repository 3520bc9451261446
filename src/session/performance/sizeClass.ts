/** Sizes of files that are compared with one another: up to `below` bytes, exclusive. */
export interface SizeClass {
  id: string;
  title: string;
  below: number;
}

const sizeClasses: readonly SizeClass[] = [
  { id: '10k', title: 'under 10 KB', below: 1e4 },
  { id: '100k', title: '10–100 KB', below: 1e5 },
  { id: '1m', title: '100 KB–1 MB', below: 1e6 },
  { id: '10m', title: '1–10 MB', below: 1e7 },
  { id: '100m', title: '10–100 MB', below: 1e8 },
];

const largest: SizeClass = { id: 'more', title: '100 MB and more', below: Infinity };

/** What decides which runs may be compared: how large a file is, and what was done with it. */
export interface Series {
  /** Names it in what is kept and exported: `10m`, `10m+elements`, `10m+packed`. */
  key: string;
  sizeClass: SizeClass;
  /** The elements were handed on for the outline. */
  elements: boolean;
  packed: boolean;
}

/** The series that a run over so many (unpacked) bytes belongs to. */
export function seriesOf(bytes: number, elements: boolean, packed: boolean): Series {
  const sizeClass = sizeClasses.find(({ below }) => bytes < below) ?? largest;
  const key = `${sizeClass.id}${elements ? '+elements' : ''}${packed ? '+packed' : ''}`;
  return { key, sizeClass, elements, packed };
}

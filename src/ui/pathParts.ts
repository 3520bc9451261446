/** A path in the three parts a row shows: what may be cut first, what next, and what never. */
export interface PathParts {
  /** The folders with their closing slash, or an empty string. */
  folder: string;
  /** The beginning of the file name; cut when the folder has gone already. */
  stem: string;
  /** The end of the file name, which stays visible. */
  tail: string;
  /** Whether the beginning of the name is read from right to left. */
  rightToLeft: boolean;
}

/** Columns, long enough for a number and an extension, short enough for the narrowest pane. */
const tailWidth = 10;

/**
 * Names that are read from right to left lose their extension only: further parts would change
 * places.
 */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Something that belongs to the character before it. */
const continuation = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f])/u;

/**
 * Takes a path apart so that a row can shorten it in the middle and still show the file name.
 * Joined again, the parts are the path.
 */
export function pathParts(path: string): PathParts {
  const slash = path.lastIndexOf('/', path.length - 2);
  const folder = path.slice(0, slash + 1);
  const name = path.slice(slash + 1);
  if (rightToLeft.test(name)) {
    const dot = name.lastIndexOf('.');
    const end = dot > 0 && !rightToLeft.test(name.slice(dot)) ? dot : name.length;
    return { folder, stem: name.slice(0, end), tail: name.slice(end), rightToLeft: true };
  }
  let cut = name.length;
  for (let width = 0; cut > 0 && width < tailWidth; cut--) {
    // Chinese, Japanese and Korean characters take two columns.
    width += name.charCodeAt(cut - 1) >= 0x2e80 ? 2 : 1;
  }
  while (cut > 0 && (isLowSurrogate(name.charCodeAt(cut)) || continuation.test(name.slice(cut)))) {
    cut--;
  }
  return { folder, stem: name.slice(0, cut), tail: name.slice(cut), rightToLeft: false };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

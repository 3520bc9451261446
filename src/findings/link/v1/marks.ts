/** Bytes that stand in for texts. None of them occurs in UTF-8. */
export const marks = {
  /** No text, where one may be missing. */
  none: 0xfd,
  /** A text that was there before; its number follows. */
  again: 0xfe,
  /** The end of a text. */
  end: 0xff,
} as const;

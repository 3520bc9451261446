/** What a file seems to be, told by its first bytes. */
export interface Sniffed {
  kind: SniffedKind;
  /** For lists: `PNG image`. */
  title: string;
  /** For sentences: `a PNG image`. */
  phrase: string;
  /** For text: how it is encoded, as far as the first bytes tell (an XML declaration included). */
  encoding?: string;
  /** For XML: the name of the root element, where it is among the first bytes. */
  root?: string;
}

export type SniffedKind =
  | 'empty'
  | 'xml'
  | 'html'
  | 'json'
  | 'text'
  | 'zip'
  | 'gzip'
  | 'packed'
  | 'image'
  | 'document'
  | 'media'
  | 'data'
  | 'program'
  | 'binary';

import { decodeForShow, guessEncoding } from './encoding';
import type { Sniffed } from './sniffed';

/** Kinds of plain text that only a name tells apart. */
const textTitles: Record<string, [title: string, article?: 'an']> = {
  csv: ['CSV table'],
  tsv: ['TSV table'],
  md: ['Markdown file'],
  yaml: ['YAML file'],
  yml: ['YAML file'],
  toml: ['TOML file'],
  ini: ['settings file'],
  cfg: ['settings file'],
  conf: ['settings file'],
  log: ['log file'],
  py: ['Python program'],
  sh: ['shell script'],
  bat: ['batch file'],
  c: ['C program'],
  cc: ['C++ program'],
  cpp: ['C++ program'],
  h: ['C header'],
  hpp: ['C++ header'],
  js: ['JavaScript program'],
  ts: ['TypeScript program'],
  lua: ['Lua program'],
  m: ['MATLAB program'],
  obj: ['Wavefront model'],
  mtl: ['Wavefront material'],
  proto: ['Protocol Buffers schema'],
};

/** Says which kind of text the bytes are, or null where they are no text. */
export function sniffText(head: Uint8Array, name: string): Sniffed | null {
  const { encoding, bomBytes, told } = guessEncoding(head);
  const text = decodeForShow(head.subarray(bomBytes), encoding);
  const start = text.replace(/^\s+/, '');
  if (/^<([?!/]|[A-Za-z_:\u0080-\uffff])/.test(start)) {
    return /^<(!doctype\s+html|html)\b/i.test(start)
      ? { kind: 'html', title: 'HTML page', phrase: 'an HTML page', encoding }
      : xml(start, encoding);
  }
  if (!isText(head, text, told)) return null;
  if (/^(\{\s*("|\}|$)|\[\s*([[{"\]\d-]|true|false|null|$))/.test(start)) {
    return {
      kind: 'json',
      title: 'JSON file',
      phrase: 'a JSON file',
      encoding,
    };
  }
  const [title, article] = textTitles[extensionOf(name)] ?? ['plain text'];
  const phrase = title === 'plain text' ? title : `${article ?? 'a'} ${title}`;
  return { kind: 'text', title, phrase, encoding };
}

function xml(start: string, encoding: string): Sniffed {
  const root = rootName(start);
  const about = root === null ? '' : ` with the root element ${root}`;
  return {
    kind: 'xml',
    title: 'XML document',
    phrase: `an XML document${about}`,
    encoding,
    ...(root === null ? {} : { root }),
  };
}

/** The name in the first start tag, past the prolog; null where the head ends before it. */
function rootName(start: string): string | null {
  let rest = start;
  for (;;) {
    rest = rest.replace(/^\s+/, '');
    const end = rest.startsWith('<?')
      ? after(rest, '?>')
      : rest.startsWith('<!--')
        ? after(rest, '-->')
        : rest.startsWith('<!')
          ? afterDoctype(rest)
          : null;
    if (end === null) break;
    rest = rest.slice(end);
  }
  return /^<([A-Za-z_:\u0080-\uffff][^\s/>=<"'&]*)/.exec(rest)?.[1] ?? null;
}

function after(text: string, mark: string): number | null {
  const at = text.indexOf(mark);
  return at < 0 ? null : at + mark.length;
}

function afterDoctype(text: string): number | null {
  const subset = text.indexOf('[');
  const close = text.indexOf('>');
  if (subset < 0 || (close >= 0 && close < subset)) return after(text, '>');
  const end = /\]\s*>/.exec(text);
  return end === null ? null : end.index + end[0].length;
}

/** Text has no control characters but white space; a few broken characters are forgiven. */
function isText(head: Uint8Array, text: string, told: boolean): boolean {
  let odd = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0) return false;
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) return false;
    if (code === 0xfffd) odd++;
  }
  // The head may end within a character; and Latin-1 texts are texts, though not UTF-8.
  return told || odd <= 2 + head.length / 10;
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
}

/** Numbers that are random enough, and the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 1) >>> 0;
  }

  /** An integer from 0 up to `below`, exclusive. */
  below(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return this.#state % below;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }
}

/** Where each tag, comment and the like begins and ends. */
function constructs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index, 0: all } of text.matchAll(/<!--[^]*?-->|<\?[^]*?\?>|<[^>]*>/g)) {
    found.push({ start: index, end: index + all.length });
  }
  return found;
}

/** Things that are put between constructs. */
const insertions = [
  'text',
  ' &#32; ',
  '&amp;',
  '&e;',
  '&#x9;&#10;',
  '<![CDATA[ <a> ]]>',
  '<![CDATA[',
  '<!-- a comment with <b> and </c> in it -->',
  '<!--',
  '-->',
  ']]>',
  '<?pi <d/> ?>',
  '<?xml version="1.0"?>',
  '<unknown/>',
  '<unknown>',
  '</unknown>',
  '<Events><Event/></Events>',
  '<x:y/>',
  '<z xmlns="urn:z"><Event name="a"/></z>',
  '<z xmlns:x="urn:x" x:a="1"><x:b/></z>',
  '\r\n',
  '\r',
  '\t',
  'ä€𝄞',
  '\u0001',
  '<!DOCTYPE a>',
  '<a b="1" b="2"/>',
];

const attributes = [
  ' xmlns="urn:q"',
  ' xmlns=""',
  ' xmlns:x="urn:x"',
  ' x:y="1"',
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="T"',
  ' xsi:nil="true"',
  ' nme="a"',
  ' name="ä𝄞&lt;"',
  ' z="\t\n"',
  ' z="&e;"',
];

const prologs = [
  '',
  '\ufeff',
  '<!DOCTYPE a [<!ENTITY e "<Event/>">]>',
  '<!DOCTYPE OpenSCENARIO>',
  '<?xml version="1.1"?>',
];

/** Makes a few changes to a document, most of which are mistakes. */
export function edited(document: string, random: Random): string {
  let text = document;
  for (let edits = random.below(5); edits >= 0; edits--) {
    const all = constructs(text);
    if (all.length === 0) return text;
    const here = random.pick(all);
    const there = random.pick(all);
    const tag = text.slice(here.start, here.end);
    switch (random.below(9)) {
      case 0:
        text = splice(text, here.end, here.end, random.pick(insertions));
        break;
      case 1:
        text = splice(text, here.start, here.end, '');
        break;
      case 2:
        text = splice(text, there.start, there.start, tag);
        break;
      case 3:
        if (/^<\w/.test(tag)) {
          const name = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 1;
          text = splice(text, here.start + name, here.start + name, random.pick(attributes));
        }
        break;
      case 4: {
        // A whole part of the document once more.
        const [from, to] = [here.start, there.end].sort((a, b) => a - b);
        const part = text.slice(from, to);
        if (part.length < 2000) text = splice(text, from ?? 0, from ?? 0, part);
        break;
      }
      case 5: {
        const [from, to] = [here.start, there.end].sort((a, b) => a - b);
        if ((to ?? 0) - (from ?? 0) < 2000) text = splice(text, from ?? 0, to ?? 0, '');
        break;
      }
      case 6: {
        const at = random.below(text.length);
        text = splice(text, at, at + random.below(3), random.pick(['<', '>', '&', '"', '', 'x']));
        break;
      }
      case 7:
        if (random.below(4) === 0) text = random.pick(prologs) + text;
        else text = splice(text, here.end, here.end, ' '.repeat(random.below(300)));
        break;
      default:
        if (random.below(3) === 0) text += random.pick(insertions);
        else text = text.replaceAll(/\r?\n/g, random.pick(['\n', '\r\n', '\r', '']));
    }
  }
  return text;
}

function splice(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

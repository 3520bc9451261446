import { SaxesParser } from 'saxes';

/** An element of a document, read by another parser than ours. */
export interface ReadElement {
  /** `/A/B[2]/C`: with a number where a name occurs more than once among siblings. */
  path: string;
  /** UTF-16 units of the text, from `<` to behind the end tag. */
  start: number;
  end: number;
}

interface Node {
  name: string;
  start: number;
  end: number;
  children: Node[];
}

/** The elements of a well-formed document without entities of its own, in document order. */
export function elementsOf(text: string): ReadElement[] {
  const document: Node = { name: '', start: 0, end: text.length, children: [] };
  const open = [document];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name }) => {
    const start = text.lastIndexOf('<', parser.position - 1);
    const node: Node = { name, start, end: text.length, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    const node = open.pop();
    if (node) node.end = parser.position;
  });
  parser.write(text).close();
  const listed: ReadElement[] = [];
  const list = ({ children }: Node, above: string): void => {
    children.forEach((child, at) => {
      const { name, start, end } = child;
      const isSame = (other: Node): boolean => other.name === name;
      const number = children.slice(0, at).filter(isSame).length + 1;
      const path = `${above}/${name}${children.filter(isSame).length > 1 ? `[${number}]` : ''}`;
      listed.push({ path, start, end });
      list(child, path);
    });
  };
  list(document, '');
  return listed;
}

/** The path of the innermost element around a UTF-16 unit of the text; null where there is none. */
export function pathAround(elements: readonly ReadElement[], unit: number): string | null {
  return elements.findLast(({ start, end }) => start <= unit && unit < end)?.path ?? null;
}

import { tokenizerModule } from '../../../../engine/testing/module';
import { Encoding, Status, Tokenizer } from '../../../../engine/tokenizer';
import type { ReadDocument } from '../../../../rules/document';
import { Elements } from '../../../../tree/elements';
import { digestRoads } from '../digestRoads';
import { RoadNetwork } from '../roadNetwork';

/** A document as rules get it. */
export interface RoadsForTest {
  document: Pick<ReadDocument, 'bytes' | 'elements'>;
  /** Whether it is well-formed to its end. */
  whole: boolean;
}

export function readRoads(bytes: Uint8Array): RoadsForTest {
  // A new one each, since a document's columns lie in the memory of the instance that read it.
  const tokenizer = new Tokenizer(tokenizerModule);
  const mark = bytes[0] === 0xef ? 3 : 0;
  tokenizer.begin({ encoding: Encoding.utf8, mark, tape: true, structure: false, columns: true });
  const whole = tokenizer.push(bytes.subarray(mark), true) === Status.done;
  tokenizer.moveTape();
  const elements = new Elements(tokenizer.columns(), tokenizer.names);
  return { document: { bytes, elements }, whole };
}

/** The network of a document's text. */
export function networkOf(text: string): RoadNetwork {
  return new RoadNetwork(digestRoads(readRoads(new TextEncoder().encode(text)).document));
}

/** A document with these parts in its root. */
export function openDrive(...parts: string[]): string {
  return `<?xml version="1.0"?>\n<OpenDRIVE>\n${parts.join('\n')}\n</OpenDRIVE>\n`;
}

/** A road of 100 m, or of another length, with what is in its `<lanes>`. */
export function road(id: string, lanes: string, length: number | string = 100): string {
  return `<road id="${id}" length="${length}" junction="-1"><lanes>${lanes}</lanes></road>`;
}

/** A road with signals at it. */
export function signals(inside: string): string {
  return `<road id="1" length="100"><signals>${inside}</signals></road>`;
}

/** A lane section; a lane is its id and its width, or its own content. */
export function section(
  s: number | string,
  lanes: readonly (readonly [id: number | string, width: number | string])[],
  attributes = '',
): string {
  const side = (name: string, wanted: (id: number) => boolean): string => {
    const inside = lanes.filter(([id]) => wanted(Number(id)));
    const written = inside.map(([id, width]) => `<lane id="${id}">${widthOf(width)}</lane>`);
    return written.length === 0 ? '' : `<${name}>${written.join('')}</${name}>`;
  };
  return [
    `<laneSection s="${s}" ${attributes}>`,
    side('left', (id) => id > 0),
    side('center', (id) => id === 0),
    side('right', (id) => !(id >= 0)),
    '</laneSection>',
  ].join('');
}

function widthOf(width: number | string): string {
  return typeof width === 'string' ? width : curve('width', 0, width);
}

/** A curve's element: `<width>`, `<border>` or `<laneOffset>`. */
export function curve(name: string, start: number, a: number, b = 0, c = 0, d = 0): string {
  const at = name === 'laneOffset' ? 's' : 'sOffset';
  return `<${name} ${at}="${start}" a="${a}" b="${b}" c="${c}" d="${d}"/>`;
}

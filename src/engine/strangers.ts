import type { Finding } from '../findings/finding';
import type { Pack } from '../formats/pack';
import type { Content } from '../intake/open';
import type { Sniffed } from '../intake/sniffed';
import type { Source } from '../intake/source';
import { intakeFinding } from '../intake/unreadable';

/** Rule that well-formedness belongs to where no pack claims a document. */
export const plainSyntaxRule = 'scrutineer:xml:1.0.0:well_formed';

/** Whether a person has reason to think that this is a file that some pack reads. */
export function isExpected(source: Source, packs: readonly Pack[]): boolean {
  return source.origin === 'named' || hasExtension(source, packs);
}

function hasExtension(source: Source, packs: readonly Pack[]): boolean {
  const extension = source.path.slice(source.path.lastIndexOf('.') + 1).toLowerCase();
  return packs.some((pack) => pack.extensions.includes(extension));
}

/**
 * Whether the content should be read as XML. What merely lay in a folder and is not XML is only
 * mentioned; what was expected to be XML is, so that the place where it goes wrong can be shown,
 * unless it is plainly something else.
 */
export function wantsReading(source: Source, content: Content, packs: readonly Pack[]): boolean {
  const { kind } = content.sniffed;
  if (kind === 'xml') return true;
  if (!isExpected(source, packs)) return false;
  if (kind !== 'text') return kind === 'empty' || kind === 'html';
  return content.head.includes(0x3c) || content.head.every((byte) => byte <= 0x20);
}

/** What a file that no pack claims seems to be, for lists. */
export function strangerTitle(
  sniffed: Sniffed,
  root: string | null,
  packs: readonly Pack[],
): string {
  const known = neighbour(root, packs);
  return known === null ? sniffed.title : known.replace(/^an? /, '');
}

function neighbour(root: string | null, packs: readonly Pack[]): string | null {
  if (root === null) return null;
  for (const pack of packs) {
    const known = pack.neighbours[root];
    if (known !== undefined) return known;
  }
  return null;
}

/** The finding that says what a file that no pack claims seems to be. */
export function strangerFinding(
  source: Source,
  sniffed: Sniffed,
  root: string | null,
  packs: readonly Pack[],
): Finding {
  const { path } = source;
  const known = neighbour(root, packs);
  const titles = packs.map((pack) => pack.title).join(' or ');
  if (known !== null) {
    const message = `This is ${known}, which is not checked by itself.`;
    return intakeFinding('file.other-format', 'info', path, message);
  }
  if (sniffed.kind === 'xml' || root !== null) {
    const about = root === null ? 'an XML document' : `XML with the root element \`${root}\``;
    const severity = hasExtension(source, packs)
      ? 'error'
      : isExpected(source, packs)
        ? 'warning'
        : 'info';
    return intakeFinding('file.other-format', severity, path, `This is ${about}, not ${titles}.`);
  }
  const message = `This is ${sniffed.phrase}, not ${titles}.`;
  return isExpected(source, packs)
    ? intakeFinding('file.not-xml', 'critical', path, message)
    : intakeFinding('file.not-xml', 'info', path, message);
}

import { splitInlineCode } from '../../../text/inlineCode';
import { oneLine } from '../../terminal';
import { attributeText } from '../xmlText';

/**
 * A text of any origin as HTML, for content and for values between double quotes. What would steer
 * the reading (control characters, marks of the writing direction) is made visible; tabs stay.
 */
export function escaped(text: string): string {
  return attributeText(text.split('\t').map(oneLine).join('\t'));
}

/** A text whose names between backticks are set as code. */
export function withCode(text: string): string {
  return splitInlineCode(text)
    .map((run) => (run.code ? `<code>${escaped(run.text)}</code>` : escaped(run.text)))
    .join('');
}

/** A path, whose folders stand back behind the name of the file. */
export function pathMarkup(path: string): string {
  const slash = path.lastIndexOf('/', path.length - 2);
  const folder = path.slice(0, slash + 1);
  const shown = folder === '' ? '' : `<bdi dir="ltr" class="folder">${escaped(folder)}</bdi>`;
  return `<span class="path">${shown}<bdi dir="ltr">${escaped(path.slice(slash + 1))}</bdi></span>`;
}

import type { Severity } from '../../finding';
import { severities } from '../../finding';
import { verdictOrder } from '../../overview';
import type { Verdict } from '../../report';
import type { ShapePart } from '../../shapes';
import { severityShapes, verdictShapes } from '../../shapes';

/** The shape of a severity or a verdict; the word stands beside it. */
export function shape(of: Severity | Verdict): string {
  return `<i class="mark ${of}"></i>`;
}

/**
 * The style of the shapes. They are masks for the colour of the text: a drawing in each of many
 * thousand rows would take most of the time that a long report takes to open.
 */
export function shapeStyle(): string {
  const rules = [
    ...severities.map((one) => maskRule(one, severityShapes[one])),
    ...verdictOrder.map((one) => maskRule(one, verdictShapes[one])),
  ];
  return rules.join('');
}

/** How each part is drawn: what is white shows. */
const drawn: Readonly<Record<ShapePart['part'], string>> = {
  body: 'fill="#fff" stroke="#fff" stroke-width="1"',
  outline: 'fill="none" stroke="#fff"',
  dashed: 'fill="none" stroke="#fff" stroke-dasharray="3 2.4"',
  ink: 'fill="none" stroke="#fff"',
  sign: 'fill="none" stroke="#000"',
};

function maskRule(name: string, parts: readonly ShapePart[]): string {
  const paths = parts.map(({ part, path }) => `<path d="${path}" ${drawn[part]}/>`).join('');
  const strokes = 'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16" ${strokes}>${paths}</mask><path d="M0 0h16v16H0z" mask="url(#m)"/></svg>`;
  return `.mark.${name}{--shape:url("data:image/svg+xml,${encodeURIComponent(drawing)}")}\n`;
}

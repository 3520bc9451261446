import type { Severity } from './finding';
import type { Verdict } from './report';

/**
 * A part of a shape on a grid of 16 by 16: a filled `body`, an `outline` (or a `dashed` one), the
 * `sign` that is cut out of a body, and `ink` within an outline.
 */
export interface ShapePart {
  readonly part: 'body' | 'outline' | 'dashed' | 'sign' | 'ink';
  /** As the attribute `d` of an SVG path. */
  readonly path: string;
}

const disc = 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13z';
const octagon = 'M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2z';
const cross = 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6';

/** Octagon, disc, triangle, square: severities are told apart without their colours. */
export const severityShapes: Readonly<Record<Severity, readonly ShapePart[]>> = {
  critical: [
    { part: 'body', path: octagon },
    { part: 'sign', path: 'M6.1 4.5v4M9.9 4.5v4M6.1 11.4v.1M9.9 11.4v.1' },
  ],
  error: [
    { part: 'body', path: disc },
    { part: 'sign', path: cross },
  ],
  warning: [
    { part: 'body', path: 'M8 1.6l6.9 12.4H1.1z' },
    { part: 'sign', path: 'M8 6v3.6M8 11.9v.1' },
  ],
  info: [
    {
      part: 'outline',
      path: 'M4.25 2.25h7.5a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-7.5a2 2 0 0 1-2-2v-7.5a2 2 0 0 1 2-2z',
    },
    { part: 'ink', path: 'M8 7.3v3.7M8 4.8v.1' },
  ],
};

/** What a verdict looks like. */
export const verdictShapes: Readonly<Record<Verdict, readonly ShapePart[]>> = {
  valid: [
    { part: 'outline', path: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5z' },
    { part: 'ink', path: 'M5 8.3l2.1 2.2L11 5.9' },
  ],
  invalid: [
    { part: 'body', path: disc },
    { part: 'sign', path: cross },
  ],
  malformed: [
    { part: 'body', path: octagon },
    { part: 'sign', path: 'M6.2 5.4L3.9 8l2.3 2.6M9.8 5.4L12.1 8l-2.3 2.6' },
  ],
  unsupported: [
    {
      part: 'dashed',
      path: 'M4.75 1.75h6.5a3 3 0 0 1 3 3v6.5a3 3 0 0 1-3 3h-6.5a3 3 0 0 1-3-3v-6.5a3 3 0 0 1 3-3z',
    },
    {
      part: 'ink',
      path: 'M6.2 6.3a1.85 1.85 0 1 1 2.6 1.7c-.55.28-.8.65-.8 1.2M8 11.4v.1',
    },
  ],
};

import type { Level, Severity } from '../../finding';
import type { Verdict } from '../../report';
import type { FindingPart } from '../body';

/*
 * What stands for itself as a number in links of version 1: its place in these lists, which are
 * therefore never changed, whatever becomes of the types.
 */

export const verdictOrder: readonly Verdict[] = ['valid', 'invalid', 'malformed', 'unsupported'];

export const levelOrder: readonly Level[] = ['syntax', 'structure', 'semantics', 'project'];

export const severityOrder: readonly Severity[] = ['critical', 'error', 'warning', 'info'];

/** The parts of findings, in the order in which they are written. */
export const partOrder: readonly FindingPart[] = [
  'excerpts',
  'help',
  'related',
  'elements',
  'fixes',
];

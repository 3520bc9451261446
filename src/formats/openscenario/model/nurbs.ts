import { none } from '../../../tree/tree';
import type { Model } from './model';

/** How many control points and knots a NURBS has. */
export function countNurbs({ elements }: Model, nurbs: number): { points: number; knots: number } {
  const pointId = elements.names.idOf('ControlPoint');
  const knotId = elements.names.idOf('Knot');
  let points = 0;
  let knots = 0;
  let child = elements.firstChildOf(nurbs);
  for (; child !== none; child = elements.nextSiblingOf(child)) {
    const name = elements.nameIdOf(child);
    if (name === pointId) points++;
    else if (name === knotId) knots++;
  }
  return { points, knots };
}

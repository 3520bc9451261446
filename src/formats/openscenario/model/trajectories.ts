import { none } from '../../../tree/tree';
import type { Model } from './model';

/**
 * The shape (`Polyline`, `Clothoid`, …) of the trajectory that an element holds itself or in its
 * `TrajectoryRef`, or `none`: one from a catalog is not here.
 */
export function shapeIn({ elements }: Model, holder: number): number {
  let trajectory = elements.childNamed(holder, 'Trajectory');
  if (trajectory === none) {
    const reference = elements.childNamed(holder, 'TrajectoryRef');
    if (reference === none) return none;
    trajectory = elements.childNamed(reference, 'Trajectory');
  }
  const shape = trajectory === none ? none : elements.childNamed(trajectory, 'Shape');
  return shape === none ? none : elements.firstChildOf(shape);
}

/**
 * A length in metres that a shape is certainly no longer than, or NaN where that cannot be told: it
 * is the length itself but for NURBS, which are no longer than the way along their control points.
 * Slopes that the road gives to places without a height are not in it.
 */
export function longestLength(model: Model, shape: number): number {
  const { elements, values } = model;
  switch (elements.nameOf(shape)) {
    case 'Polyline':
      return lengthAlong(model, shape, 'Vertex');
    case 'Nurbs':
      return lengthAlong(model, shape, 'ControlPoint');
    case 'Clothoid':
      return values.numberOf(elements.attributeOf(shape, 'length'));
    case 'ClothoidSpline':
      return lengthOfSegments(model, shape);
    default:
      return NaN;
  }
}

function lengthOfSegments({ elements, values }: Model, spline: number): number {
  let length = 0;
  for (const segment of elements.childrenOf(spline)) {
    // A start of its own leaves a gap to the segment before, which may count or not.
    if (elements.firstChildOf(segment) !== none && segment !== elements.firstChildOf(spline)) {
      return NaN;
    }
    length += values.numberOf(elements.attributeOf(segment, 'length'));
  }
  return length;
}

/** The way along the points of a name; NaN unless all are places in the world, or all have a height. */
function lengthAlong(model: Model, shape: number, point: string): number {
  const { elements } = model;
  const pointId = elements.names.idOf(point);
  const before = { x: NaN, y: NaN, z: NaN };
  const here = { x: NaN, y: NaN, z: NaN };
  let length = 0;
  let points = 0;
  let child = elements.firstChildOf(shape);
  for (; child !== none; child = elements.nextSiblingOf(child)) {
    if (elements.nameIdOf(child) !== pointId) continue;
    readPlace(model, child, here);
    if (points++ > 0) length += Math.hypot(here.x - before.x, here.y - before.y, here.z - before.z);
    before.x = here.x;
    before.y = here.y;
    before.z = here.z;
  }
  return length;
}

function readPlace(
  { elements, values }: Model,
  point: number,
  place: { x: number; y: number; z: number },
): void {
  const position = elements.childNamed(point, 'Position');
  const world = position === none ? none : elements.childNamed(position, 'WorldPosition');
  if (world === none) {
    place.x = NaN;
    return;
  }
  const z = elements.attributeOf(world, 'z');
  place.x = values.numberOf(elements.attributeOf(world, 'x'));
  place.y = values.numberOf(elements.attributeOf(world, 'y'));
  place.z = z === none ? 0 : values.numberOf(z);
}

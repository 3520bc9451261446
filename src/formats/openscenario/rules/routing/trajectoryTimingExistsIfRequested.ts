import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { shapeIn } from '../../model/trajectories';
import type { DocumentRule } from '../kinds';

/** Who asks for a trajectory's times finds them there. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:routing.trajectory_timing_exists_if_requested',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'A trajectory that is to be followed in its time says when to be where',
  explanation: {
    asks: 'A TimeReference with Timing lets the trajectory set the speed: the entity has to be at each place at its time. That takes a time at every vertex of a polyline, at the control points of NURBS, and at both ends of clothoids. Where the speed is to come from elsewhere, the TimeReference holds None.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule trajectory_timing_exists_if_requested',
    example: {
      wrong: '<Vertex><Position>…</Position></Vertex>\n…<TimeReference><Timing …/></TimeReference>',
      right:
        '<Vertex time="2.5"><Position>…</Position></Vertex>\n…<TimeReference><Timing …/></TimeReference>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, texts } = model;
    for (const timing of elements.named('Timing')) {
      const action = elements.parentOf(elements.parentOf(timing));
      const shape = shapeIn(model, action);
      if (shape === none) continue;
      const untimed = firstUntimed(model, shape);
      if (untimed === null) continue;
      tell({
        code: 'time-missing',
        at: texts.tagRange(untimed.element),
        message: `${quoted(elements.nameOf(untimed.element))} has no ${quoted(untimed.attribute)}, but the trajectory is to be followed in its time.`,
        help: `Add ${untimed.needs}, or write ${quoted('<None/>')} instead of ${quoted('Timing')}.`,
        related: [{ message: 'its times are asked for here', at: texts.tagRange(timing) }],
      });
    }
  },
};

/** The first element of a shape that lacks a time it has to have. */
interface Untimed {
  element: number;
  attribute: string;
  /** What is to be added, for help. */
  needs: string;
}

function firstUntimed(model: Model, shape: number): Untimed | null {
  const { elements } = model;
  const lacks = (element: number, attribute: string, needs: string): Untimed | null =>
    elements.attributeOf(element, attribute) === none ? { element, attribute, needs } : null;
  switch (elements.nameOf(shape)) {
    case 'Polyline': {
      const vertex = firstWithoutTime(model, shape);
      return vertex === none ? null : lacks(vertex, 'time', 'a time to every vertex');
    }
    case 'Nurbs': {
      // Between control points that have a time, others may do without.
      if (hasTime(model, shape)) return null;
      const point = elements.childNamed(shape, 'ControlPoint');
      return point === none ? null : lacks(point, 'time', 'times to the control points');
    }
    case 'Clothoid':
      return (
        lacks(shape, 'startTime', 'a start and a stop time') ??
        lacks(shape, 'stopTime', 'a stop time')
      );
    case 'ClothoidSpline':
      return lacks(shape, 'timeEnd', 'times to the segments and an end');
    default:
      return null;
  }
}

/** The first child without a time, or `none`. */
function firstWithoutTime({ elements }: Model, shape: number): number {
  const time = elements.names.idOf('time');
  let child = elements.firstChildOf(shape);
  while (child !== none && elements.attributeWithNameId(child, time) !== none) {
    child = elements.nextSiblingOf(child);
  }
  return child;
}

function hasTime({ elements }: Model, shape: number): boolean {
  const time = elements.names.idOf('time');
  let child = elements.firstChildOf(shape);
  while (child !== none && elements.attributeWithNameId(child, time) === none) {
    child = elements.nextSiblingOf(child);
  }
  return child !== none;
}

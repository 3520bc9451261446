import { quoted } from '../../../../schema/words';
import type { Found, Tell } from '../../../../rules/rule';
import { none } from '../../../../tree/tree';
import { numberWords } from '../../facts/interval';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Shapes whose parts have a time, and where it is found. */
const timed = [
  { shape: 'Polyline', part: 'Vertex', attribute: 'time', end: null },
  { shape: 'Nurbs', part: 'ControlPoint', attribute: 'time', end: null },
  {
    shape: 'ClothoidSpline',
    part: 'ClothoidSplineSegment',
    attribute: 'timeStart',
    end: 'timeEnd',
  },
] as const;

/** Along a trajectory, time goes on. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:routing.times_increase',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Times along a trajectory increase',
  explanation: {
    asks: 'The times of a trajectory say when an entity is where. One that is less than the time before it would have the entity go back in time, and one that equals it would have it be at two places at once. It is an error where the times are used (Timing), and a warning elsewhere; times that are all the same are taken for unset, as the schema of 1.0 asks for them even where nothing uses them.',
    source:
      'ASAM OpenSCENARIO XML, section “Trajectories”; refused by simulators that follow trajectories in time',
    example: {
      wrong: '<Vertex time="2">…</Vertex>\n<Vertex time="1">…</Vertex>',
      right: '<Vertex time="1">…</Vertex>\n<Vertex time="2">…</Vertex>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    for (const sequence of timed) {
      for (const shape of model.elements.named(sequence.shape)) {
        checkSequence(model, shape, sequence, tell);
      }
    }
    const { elements, values } = model;
    for (const clothoid of elements.named('Clothoid')) {
      const stop = elements.attributeOf(clothoid, 'stopTime');
      const from = values.numberOf(elements.attributeOf(clothoid, 'startTime'));
      const to = values.numberOf(stop);
      if (to <= from) {
        tell(found(model, clothoid, { attribute: stop, before: from, value: to, others: 0 }));
      }
    }
  },
};

function checkSequence(
  model: Model,
  shape: number,
  { attribute, end }: (typeof timed)[number],
  tell: Tell,
): void {
  const { elements, values } = model;
  const nameId = elements.names.idOf(attribute);
  const last = lastIncreasing(model, shape, nameId);
  if (last !== null) {
    const stop = end === null ? none : elements.attributeOf(shape, end);
    const stopTime = values.numberOf(stop);
    if (stopTime <= last) {
      tell(found(model, shape, { attribute: stop, before: last, value: stopTime, others: 0 }));
    }
    return;
  }
  const times = [...elements.childrenOf(shape)]
    .map((part) => elements.attributeWithNameId(part, nameId))
    .filter((time) => time !== none);
  const read = times.map((time) => values.numberOf(time));
  if (!isTimed(model, shape) && read.every((value) => value === read[0])) return;
  const falls = read.flatMap((value, at) => (at > 0 && value <= (read[at - 1] ?? NaN) ? [at] : []));
  const [first = 0, ...others] = falls;
  tell(
    found(model, shape, {
      attribute: times[first] ?? none,
      before: read[first - 1] ?? NaN,
      value: read[first] ?? NaN,
      others: others.length,
    }),
  );
}

/** The last time of a shape's parts (NaN where that is not known); `null` where one does not increase. */
function lastIncreasing({ elements, values }: Model, shape: number, nameId: number): number | null {
  let before = NaN;
  let child = elements.firstChildOf(shape);
  for (; child !== none; child = elements.nextSiblingOf(child)) {
    const time = elements.attributeWithNameId(child, nameId);
    if (time === none) continue;
    const value = values.numberOf(time);
    if (value <= before) return null;
    before = value;
  }
  return before;
}

/** A time that does not increase: the one before it, and the number of others like it. */
interface Fall {
  attribute: number;
  before: number;
  value: number;
  others: number;
}

function found(model: Model, shape: number, { attribute, before, value, others }: Fall): Found {
  const places =
    others === 0
      ? ''
      : `, and so it is at ${others === 1 ? 'one other place' : `${others} other places`}`;
  const name = quoted(model.elements.attributeNameOf(attribute));
  const order =
    value === before
      ? `is ${numberWords(value)} s again`
      : `goes back from ${numberWords(before)} s to ${numberWords(value)} s`;
  return {
    code: value === before ? 'time-repeated' : 'time-decreases',
    ...(isTimed(model, shape) && value < before ? { severity: 'error' as const } : {}),
    at: model.texts.valueRange(attribute),
    message: `${name} ${order} along the trajectory${places}.`,
    help: 'Times have to increase from each place to the next.',
  };
}

/** Whether the times of a shape are asked for where it is followed. */
function isTimed({ elements }: Model, shape: number): boolean {
  const action = elements.ancestorNamed(shape, 'FollowTrajectoryAction');
  if (action === none) return false;
  const reference = elements.childNamed(action, 'TimeReference');
  return reference !== none && elements.childNamed(reference, 'Timing') !== none;
}

import type { Tell } from '../../../rules/rule';
import { quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { longestLength, shapeIn } from '../model/trajectories';
import { numberWords } from './interval';

/** How far a distance may lie beyond the end, as a share: what slopes and rounding make of a length. */
const tolerance = 0.01;

/**
 * Tells where a distance along the trajectory that an element holds lies beyond the trajectory's end.
 */
export function lengthCheck(
  element: string,
  attribute: string,
): (model: Model, tell: Tell) => void {
  return (model, tell) => {
    const { elements, texts, values } = model;
    for (const holder of elements.named(element)) {
      const at = elements.attributeOf(holder, attribute);
      const distance = values.numberOf(at);
      // A shape is measured only where there is something to compare with.
      if (!(distance > 0)) continue;
      const shape = shapeIn(model, holder);
      if (shape === none) continue;
      const length = longestLength(model, shape);
      if (!(distance > length * (1 + tolerance))) continue;
      tell({
        code: 'beyond-trajectory',
        at: texts.valueRange(at),
        message: `${quoted(attribute)} is ${numberWords(distance)} m, but the trajectory is no longer than ${Number(length.toFixed(2))} m.`,
        related: [
          { message: 'the shape of the trajectory stands here', at: texts.tagRange(shape) },
        ],
      });
    }
  };
}

import { quoted } from '../../../../schema/words';
import type { Tell } from '../../../../rules/rule';
import { none } from '../../../../tree/tree';
import { numberWords } from '../../facts/interval';
import type { Model } from '../../model/model';
import { countNurbs } from '../../model/nurbs';
import type { DocumentRule } from '../kinds';

/** The knots of a NURBS are as many as it takes, and do not decrease. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:routing.knots_of_nurbs',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'A NURBS has one knot for each control point and its order more, in ascending order',
  explanation: {
    asks: 'The knots of a NURBS divide the range of its parameter. There have to be as many as control points and order together, none less than the one before; a knot may be repeated, as at both ends of a curve that passes through its first and last control point.',
    source: 'ASAM OpenSCENARIO XML, class reference of Nurbs and Knot (1.0 to 1.3)',
    example: {
      wrong: '<Nurbs order="3"> with 4 control points and the knots 0 0 0 1 1',
      right: '<Nurbs order="3"> with 4 control points and the knots 0 0 0 0.5 1 1 1',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, values, texts } = model;
    for (const nurbs of elements.named('Nurbs')) {
      checkOrder(model, nurbs, tell);
      const order = values.numberOf(elements.attributeOf(nurbs, 'order'));
      const { points, knots } = countNurbs(model, nurbs);
      const needed = points + order;
      // Without a known order nothing is certain.
      if (Number.isNaN(needed) || knots === needed) continue;
      tell({
        code: 'number-of-knots',
        at: texts.tagRange(nurbs),
        message: `${quoted('Nurbs')} with ${points} control points of order ${order} needs ${needed} knots, but has ${knots}.`,
        help: knots < needed ? `Add ${needed - knots}.` : `Remove ${knots - needed}.`,
      });
    }
  },
};

function checkOrder({ elements, values, texts }: Model, nurbs: number, tell: Tell): void {
  const knotId = elements.names.idOf('Knot');
  let before = NaN;
  let child = elements.firstChildOf(nurbs);
  for (; child !== none; child = elements.nextSiblingOf(child)) {
    if (elements.nameIdOf(child) !== knotId) continue;
    const attribute = elements.attributeOf(child, 'value');
    const value = values.numberOf(attribute);
    if (value < before) {
      tell({
        code: 'knots-decrease',
        at: texts.valueRange(attribute),
        message: `The knot ${numberWords(value)} comes after ${numberWords(before)}, but knots may not decrease.`,
      });
    }
    before = value;
  }
}

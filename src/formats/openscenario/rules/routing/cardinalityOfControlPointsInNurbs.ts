import { quoted } from '../../../../schema/words';
import { countNurbs } from '../../model/nurbs';
import type { DocumentRule } from '../kinds';

/** A NURBS has control points enough for its order. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:routing.cardinality_of_control_points_in_nurbs',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'A NURBS has at least as many control points as its order',
  explanation: {
    asks: 'Each point of a NURBS is computed from as many control points as its order says: one of order 4 (cubic) takes at least four.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule cardinality_of_control_points_in_nurbs; class reference of Nurbs',
    example: {
      wrong: '<Nurbs order="4"> with three control points',
      right: '<Nurbs order="4"> with four control points or more',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, values, texts } = model;
    for (const nurbs of elements.named('Nurbs')) {
      const attribute = elements.attributeOf(nurbs, 'order');
      const order = values.numberOf(attribute);
      const { points } = countNurbs(model, nurbs);
      if (!(points < order)) continue;
      tell({
        code: 'few-control-points',
        at: texts.valueRange(attribute),
        message: `${quoted('Nurbs')} of order ${order} needs at least ${order} control points, but has ${points}.`,
        help: `Add control points (and knots), or lower the order.`,
      });
    }
  },
};

import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** A spline of clothoids has all of its times, or none. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.3.0:routing.clothoid_spline_times',
  level: 'semantics',
  severity: 'error',
  since: '1.3',
  meaning: 'A clothoid spline has a start time for each segment and an end time, or none at all',
  explanation: {
    asks: 'The times of a clothoid spline belong together: when each segment begins, and when the last one ends. With some of them alone the speed along the spline is not known.',
    source:
      'ASAM OpenSCENARIO XML 1.3, class reference of ClothoidSpline and ClothoidSplineSegment',
    example: {
      wrong: '<ClothoidSpline>\n  <ClothoidSplineSegment timeStart="0" …/>',
      right: '<ClothoidSpline timeEnd="4">\n  <ClothoidSplineSegment timeStart="0" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const spline of elements.named('ClothoidSpline')) {
      const end = elements.attributeOf(spline, 'timeEnd');
      let timed = none;
      let untimed = none;
      for (const segment of elements.childrenOf(spline)) {
        const start = elements.attributeOf(segment, 'timeStart');
        if (start === none) untimed = untimed === none ? segment : untimed;
        else timed = timed === none ? start : timed;
      }
      if (end === none && timed !== none) {
        tell({
          code: 'end-missing',
          at: texts.valueRange(timed),
          message: `Segments of the clothoid spline have a ${quoted('timeStart')}, but the spline has no ${quoted('timeEnd')}.`,
          help: `Add ${quoted('timeEnd')} to ${quoted('ClothoidSpline')}.`,
        });
      }
      if (untimed !== none && (end !== none || timed !== none)) {
        tell({
          code: 'start-missing',
          at: texts.tagRange(untimed),
          message: `The segment has no ${quoted('timeStart')}, though the clothoid spline has other times.`,
          help: `Add ${quoted('timeStart')} to each segment.`,
        });
      }
    }
  },
};

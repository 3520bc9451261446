import { rangeCheck } from '../../facts/rangeCheck';
import { doubtfulRanges, otherRanges, undocumentedRanges } from '../../facts/ranges';
import type { DocumentRule } from '../kinds';

/** Numbers lie in the ranges that the standard gives, where no rule of ASAM's is about them. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:data_type.value_in_range',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Numbers lie in the ranges that the standard gives',
  explanation: {
    asks: 'The class reference gives a range for most numbers: a mass is not negative, a share lies between 0 and 1, an angle is in radians. Parameters and expressions count by what they come to. A simulator may refuse a value outside of the range, cut it off, or compute nonsense with it.',
    source:
      'ASAM OpenSCENARIO XML, class reference of 1.0 to 1.3 (the ranges of attributes). Where real files and simulators disagree with a range, or none is documented, a violation is a warning',
    example: {
      wrong: '<Wind direction="270" speed="-3"/>',
      right: '<Wind direction="4.712" speed="3"/>',
    },
  },
  cost: 'usual',
  check: rangeCheck(
    [otherRanges, doubtfulRanges, undocumentedRanges].map((table) => table.trim()).join('\n'),
  ),
};

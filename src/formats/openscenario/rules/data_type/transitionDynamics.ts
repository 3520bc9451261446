import { quoted } from '../../../../schema/words';
import type { Found } from '../../../../rules/rule';
import { numberWords } from '../../facts/interval';
import type { DocumentRule } from '../kinds';

/** Elements of the type TransitionDynamics. */
const dynamics = ['SpeedActionDynamics', 'LaneChangeActionDynamics'] as const;

/** The shape of a transition, and how long it takes, go together. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:data_type.transition_dynamics',
  level: 'semantics',
  severity: 'info',
  beyondNotes: true,
  since: '1.0',
  meaning: 'A step takes no time, and any other transition comes to an end',
  explanation: {
    asks: 'A step reaches its target at once: a value beside it is ignored, and may be meant for another shape. A rate of 0 never reaches any target, which is a warning. Another shape with a time or a distance of 0 is a step in disguise, which some simulators divide by zero for.',
    source: 'ASAM OpenSCENARIO XML, class reference of TransitionDynamics and DynamicsShape',
    example: {
      wrong: '<SpeedActionDynamics dynamicsShape="step" dynamicsDimension="time" value="5"/>',
      right: '<SpeedActionDynamics dynamicsShape="linear" dynamicsDimension="time" value="5"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, texts, values } = model;
    const step = texts.idOf('step');
    for (const name of dynamics) {
      for (const element of elements.named(name)) {
        const attribute = elements.attributeOf(element, 'value');
        const value = values.numberOf(attribute);
        const shape = values.idOf(elements.attributeOf(element, 'dynamicsShape'));
        // A step without a value, another shape with one, and what is not known are all fine.
        if (Number.isNaN(value) || shape === 0 || (shape === step) === (value === 0)) continue;
        const dimension = values.textOf(elements.attributeOf(element, 'dynamicsDimension'));
        tell({
          at: texts.valueRange(attribute),
          ...(shape === step
            ? stepWords(value)
            : zeroWords(texts.interner.text(shape), dimension ?? 'time')),
        });
      }
    }
  },
};

type Words = Omit<Found, 'at'>;

function stepWords(value: number): Words {
  return {
    code: 'step-with-value',
    message: `A step is done at once: the value ${numberWords(value)} is ignored.`,
    help: `Write 0, or use another shape, such as ${quoted('linear')}.`,
  };
}

function zeroWords(shape: string, dimension: string): Words {
  return dimension === 'rate'
    ? {
        code: 'endless-transition',
        severity: 'warning',
        message: `A ${shape} transition at a rate of 0 never reaches its target.`,
        help: 'Give it a rate above 0.',
      }
    : {
        code: 'instant-transition',
        message: `A ${shape} transition over a ${dimension} of 0 is a step.`,
        help: `Use the shape ${quoted('step')}, or give it a ${dimension} above 0.`,
      };
}

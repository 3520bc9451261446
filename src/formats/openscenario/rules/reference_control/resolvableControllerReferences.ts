import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import { controllerNames } from '../../model/controllers';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Attributes that name a controller: the first from 1.2, deprecated in 1.3 for the second. */
const referringAttributes = ['controllerRef', 'objectControllerRef'] as const;

/** Every controller that is activated by its name is there. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.2.0:reference_control.resolvable_controller_reference',
  level: 'semantics',
  severity: 'warning',
  since: '1.2',
  meaning: 'Every controller that is activated by name is assigned to an entity',
  explanation: {
    asks: 'ActivateControllerAction may name the controller that it is about. It has to be that of an ObjectController of an entity, or one that an AssignControllerAction brings along; otherwise nothing is activated. It is a warning, since simulators pass over it.',
    source:
      'ASAM OpenSCENARIO XML 1.2, class reference of ActivateControllerAction@controllerRef; 1.3, @objectControllerRef',
    example: {
      wrong:
        '<ObjectController name="driver">…\n<ActivateControllerAction objectControllerRef="drivr" …/>',
      right:
        '<ObjectController name="driver">…\n<ActivateControllerAction objectControllerRef="driver" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    // A catalog's maneuver activates what the scenarios that use it assign.
    if (model.kind !== 'scenario') return;
    let names: number[] | undefined;
    for (const referring of referringAttributes) {
      for (const attribute of elements.attributesNamed(referring)) {
        names ??= controllerNames(model).map(({ name }) => name);
        const name = nameIdOf(model, attribute);
        if (name === 0 || names.includes(name) || names.includes(0)) continue;
        const text = texts.interner.text(name);
        const close = nearest(
          text,
          names.map((each) => texts.interner.text(each)),
        );
        tell({
          code: 'unknown-controller',
          at: texts.valueRange(attribute),
          message: `No entity has a controller ${quoted(text)}.`,
          help:
            close === null
              ? 'Give it to an entity by `ObjectController`, or assign it by `AssignControllerAction`.'
              : `Did you mean ${quoted(close)}?`,
        });
      }
    }
  },
};

import { joined, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import {
  controlDomains,
  controllerNames,
  domainsOf,
  type ControllerName,
} from '../../model/controllers';
import type { Model } from '../../model/model';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** A controller is switched on for what it controls. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:scenario_logic.controller_activation',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'A controller is only activated for what its controllerType covers',
  explanation: {
    asks: 'controllerType says what a controller controls: movement stands for lateral and longitudinal, appearance for lighting and animation. An action may switch it on for those alone; there is nothing else that it could take over.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule controller_activation; controllers from catalogs and those without a type are not judged',
    example: {
      wrong:
        '<AssignControllerAction activateLateral="true">\n  <Controller name="lamp" controllerType="lighting">…',
      right:
        '<AssignControllerAction activateLighting="true">\n  <Controller name="lamp" controllerType="lighting">…',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements } = model;
    const judge = (action: number, controller: number, prefix: string): void => {
      const domains = controller === none ? null : domainsOf(model, controller);
      if (!domains) return;
      for (const domain of controlDomains) {
        if (domains.includes(domain)) continue;
        const capital = domain.charAt(0).toUpperCase() + domain.slice(1);
        const attribute = elements.attributeOf(action, prefix === '' ? domain : prefix + capital);
        const value = attribute === none ? null : model.values.textOf(attribute);
        if (value !== 'true' && value !== '1') continue;
        const type = elements.attributeOf(controller, 'controllerType');
        const name = model.values.textOf(elements.attributeOf(controller, 'name')) ?? '';
        tell({
          code: 'not-the-controllers-domain',
          at: model.texts.valueRange(attribute),
          message: `The controller ${quoted(name)} is activated for ${domain} control, but controls ${joined(domains, 'and')} only.`,
          help: `Leave ${quoted(elements.attributeNameOf(attribute))} out, or take a controller of another \`controllerType\`.`,
          related: [
            {
              message: 'the type of the controller is given here',
              at: model.texts.valueRange(type),
            },
          ],
        });
      }
    };
    for (const action of elements.named('AssignControllerAction')) {
      judge(action, assignedBy(model, action), 'activate');
    }
    let names: ControllerName[] | undefined;
    for (const action of elements.named('ActivateControllerAction')) {
      const reference = referenceOf(model, action);
      if (reference === none) continue;
      names ??= controllerNames(model);
      const name = nameIdOf(model, reference);
      const meant = new Set(
        names.filter((each) => each.name === name).map(({ controller }) => controller),
      );
      const [only = none] = meant;
      if (name !== 0 && meant.size === 1) judge(action, only, '');
    }
  },
};

/** The `Controller` that an action brings along, or `none`. */
function assignedBy({ elements }: Model, action: number): number {
  const controller = elements.childNamed(action, 'Controller');
  if (controller !== none) return controller;
  const holder = elements.childNamed(action, 'ObjectController');
  return holder === none ? none : elements.childNamed(holder, 'Controller');
}

function referenceOf({ elements }: Model, action: number): number {
  const reference = elements.attributeOf(action, 'objectControllerRef');
  return reference === none ? elements.attributeOf(action, 'controllerRef') : reference;
}

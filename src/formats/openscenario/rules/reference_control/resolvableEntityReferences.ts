import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Found } from '../../../../rules/rule';
import { givenBy } from '../../model/givenBy';
import type { Model } from '../../model/model';
import { nameIdOf } from '../../model/names';
import { unknownReference } from '../../model/unknownParameters';
import type { DocumentRule } from '../kinds';

/**
 * Attributes that name an entity, wherever they stand (class reference of 1.3: each is documented as
 * such); `trailerRef` is `ConnectTrailerAction`’s, from 1.3.
 */
const referringAttributes = ['entityRef', 'masterEntityRef', 'trailerRef'] as const;

/** Every name of an entity is that of one that `Entities` declares. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.resolvable_entity_references',
  aliases: [
    'asam.net:xosc:1.2.0:reference_control.references_to_scenario_object',
    'asam.net:xosc:1.1.0:general.references_to_scenario_object',
  ],
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every entity that is named anywhere is declared in Entities',
  explanation: {
    asks: 'Actions, actors, conditions, positions, selections and trailers name the entities that they are about. Each name has to be that of a ScenarioObject or an EntitySelection in Entities, letter for letter. A simulator that meets an unknown name stops, or leaves the action out.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule resolvable_entity_references; checked here from 1.0 on and for all attributes that name entities, since the class reference of every version asks for it',
    example: {
      wrong: '<ScenarioObject name="Ego">…\n<EntityRef entityRef="ego"/>',
      right: '<ScenarioObject name="Ego">…\n<EntityRef entityRef="Ego"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    // What a catalog refers to is declared in the scenarios that use it.
    if (model.kind !== 'scenario' || !model.entities.complete) return;
    for (const name of referringAttributes) {
      for (const attribute of model.elements.attributesNamed(name)) {
        const entity = nameIdOf(model, attribute);
        if (entity === 0) {
          const found = noneNamed(model, attribute, name);
          if (found) tell(found);
        } else if (model.entities.named(entity) === none) {
          tell({
            code: 'unknown-entity',
            at: model.texts.valueRange(attribute),
            ...words(model, model.texts.interner.text(entity)),
            ...givenBy(model, attribute),
          });
        }
      }
    }
  },
};

function noneNamed(model: Model, attribute: number, name: string): Found | null {
  if (model.values.textOf(attribute) !== '') return unknownReference(model, attribute);
  return {
    code: 'no-entity-named',
    at: model.valueOrTag(model.elements.elementOf(attribute), attribute),
    message: `\`${name}\` is empty: it names no entity.`,
  };
}

function words(model: Model, name: string): { message: string; help?: string } {
  const declared = model.entities.names.map((id) => model.texts.interner.text(id));
  const message = `There is no entity ${quoted(name)} in \`Entities\`.`;
  if (declared.length === 0) return { message, help: '`Entities` declares none at all.' };
  const close = nearest(name, declared);
  return close === null ? { message } : { message, help: `Did you mean ${quoted(close)}?` };
}

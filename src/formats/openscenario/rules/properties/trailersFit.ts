import type { Found, Tell } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { actorsOf, entityName } from '../../model/actors';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** What is towed is a vehicle with a coupler, behind one with a hitch. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.3.0:properties.trailers_fit',
  level: 'semantics',
  severity: 'warning',
  since: '1.3',
  meaning: 'A trailer is a vehicle with a coupler, and what tows it has a hitch',
  explanation: {
    asks: 'A trailer is connected by its TrailerCoupler to the TrailerHitch of the vehicle in front. Without these the place where they meet is not known. Only a vehicle can be a trailer. Entities that catalogs describe are not known here.',
    source:
      'ASAM OpenSCENARIO XML 1.3, class reference of Vehicle, Trailer, TrailerHitch, TrailerCoupler and ConnectTrailerAction',
    example: {
      wrong: '<ConnectTrailerAction trailerRef="Caravan"/>, a vehicle without a TrailerCoupler',
      right: '<TrailerCoupler dx="3.2"/> in the vehicle of Caravan',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities } = model;
    for (const action of elements.named('ConnectTrailerAction')) {
      const attribute = elements.attributeOf(action, 'trailerRef');
      checkTowed(model, entities.referredBy(attribute), attribute, tell);
      for (const actor of actorsOf(model, action)) {
        checkTowing(model, elements.childNamed(actor, 'Vehicle'), action, tell);
      }
    }
    for (const reference of elements.named('TrailerRef')) {
      const attribute = elements.attributeOf(reference, 'entityRef');
      const towed = entities.referredBy(attribute);
      checkTowed(model, towed, attribute, tell);
      if (towed !== none) {
        checkTowing(model, elements.ancestorNamed(reference, 'Vehicle'), reference, tell);
      }
    }
  },
};

function checkTowed(model: Model, towed: number, attribute: number, tell: Tell): void {
  if (towed === none) return;
  const { elements, entities, texts } = model;
  const name = quoted(entityName(model, towed));
  const tellOf = (found: Omit<Found, 'at' | 'related'>): void => {
    tell({
      ...found,
      at: texts.valueRange(attribute),
      related: [{ message: `${name} is declared here`, at: texts.tagRange(towed) }],
    });
  };
  const kind = entities.kindOf(towed);
  if (kind === 'pedestrian' || kind === 'misc') {
    const is = kind === 'misc' ? 'a miscellaneous object' : 'a pedestrian';
    tellOf({ code: 'no-vehicle', message: `${name} is ${is}, and cannot be a trailer.` });
    return;
  }
  const vehicle = elements.childNamed(towed, 'Vehicle');
  if (vehicle === none || elements.childNamed(vehicle, 'TrailerCoupler') !== none) return;
  tellOf({
    code: 'coupler-missing',
    message: `${name} is towed, but its vehicle has no ${quoted('TrailerCoupler')}.`,
    help: `Add ${quoted('TrailerCoupler')} to the vehicle of ${name}.`,
  });
}

function checkTowing(model: Model, vehicle: number, towing: number, tell: Tell): void {
  const { elements, texts } = model;
  if (vehicle === none || elements.childNamed(vehicle, 'TrailerHitch') !== none) return;
  tell({
    code: 'hitch-missing',
    at: texts.tagRange(towing),
    message: `A trailer is connected to a vehicle without a ${quoted('TrailerHitch')}.`,
    help: `Add ${quoted('TrailerHitch')} to the vehicle that tows it.`,
    related: [{ message: 'the vehicle that tows it stands here', at: texts.tagRange(vehicle) }],
  });
}

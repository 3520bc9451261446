import { none } from '../../../tree/tree';
import { actorsOf } from './actors';
import type { Model } from './model';

/** An actor that cannot be as fast as an action wants it to be. */
export interface TooFast {
  /** The declaring element of the actor. */
  actor: number;
  /** `Performance@maxSpeed` of its vehicle, and what that comes to in m/s. */
  maxSpeed: number;
  speed: number;
}

/**
 * The first of an action's actors whose vehicle cannot reach a speed (m/s), or `null`. Vehicles of
 * catalogs are not known here.
 */
export function tooFastFor(model: Model, action: number, speed: number): TooFast | null {
  const { elements } = model;
  for (const actor of actorsOf(model, action)) {
    const vehicle = elements.childNamed(actor, 'Vehicle');
    if (vehicle === none) continue;
    const performance = elements.childNamed(vehicle, 'Performance');
    if (performance === none) continue;
    const maxSpeed = elements.attributeOf(performance, 'maxSpeed');
    const most = model.values.numberOf(maxSpeed);
    if (speed > most) return { actor, maxSpeed, speed: most };
  }
  return null;
}

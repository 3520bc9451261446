import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import type { RoadNetwork } from './roadNetwork';

/** An element that places something on a road of the network. */
export interface RoadPlace {
  element: number;
  /** The attribute that names the road. */
  roadAttribute: number;
  /** The road; `none` where the network has none of that id. */
  road: number;
  /** The attribute with the s-coordinate, or `none`, and its value; NaN where it is not known. */
  sAttribute: number;
  s: number;
}

/** Elements that place something on a road (class reference: each has `roadId` and `s`). */
const placingElements = ['LanePosition', 'RoadPosition', 'RoadCursor'] as const;

/** All places on roads whose ids can be known. */
export function roadPlacesIn(
  { elements, values, texts }: Model,
  network: RoadNetwork,
): RoadPlace[] {
  const places: RoadPlace[] = [];
  /** Roads by the interned texts of their ids: many places are on the same few. */
  const roads = new Map<number, number>();
  for (const name of placingElements) {
    for (const element of elements.named(name)) {
      const roadAttribute = elements.attributeOf(element, 'roadId');
      const id = values.idOf(roadAttribute);
      if (id === 0) continue;
      let road = roads.get(id);
      if (road === undefined) {
        road = network.roadOf(texts.interner.text(id));
        roads.set(id, road);
      }
      const sAttribute = elements.attributeOf(element, 's');
      places.push({ element, roadAttribute, road, sAttribute, s: values.numberOf(sAttribute) });
    }
  }
  return places;
}

/** A lane that a place on a road names. */
export interface NamedLane {
  attribute: number;
  /** NaN where the lane's name is no number. */
  id: number;
}

/** The lanes that a place on a road names: one of a `LanePosition`, those of a `RoadCursor`. */
export function lanesNamedAt({ elements, values }: Model, { element }: RoadPlace): NamedLane[] {
  const attributes = [elements.attributeOf(element, 'laneId')];
  if (elements.nameOf(element) === 'RoadCursor') {
    for (const lane of elements.childrenOf(element)) {
      attributes.push(elements.attributeOf(lane, 'id'));
    }
  }
  const lanes = attributes.map((attribute) => ({ attribute, id: values.numberOf(attribute) }));
  // What is no number is still known, if it can be told at all.
  return lanes.filter(
    ({ attribute, id }) =>
      attribute !== none && (!Number.isNaN(id) || values.textOf(attribute) !== null),
  );
}

import { none } from '../../../tree/tree';
import type { Project } from '../project/project';
import type { RoadNetwork } from './roadNetwork';

/** An element that places something on a road of the network. */
export interface RoadPlace {
  element: number;
  /** The attribute that names the road, and the road's id. */
  roadAttribute: number;
  roadId: string;
  /** The road; `none` where the network has none of that id. */
  road: number;
  /** The attribute with the s-coordinate, or `none`, and its value; NaN where it is not known. */
  sAttribute: number;
  s: number;
}

/** Elements that place something on a road (class reference: each has `roadId` and `s`). */
const placingElements = ['LanePosition', 'RoadPosition', 'RoadCursor'] as const;

/** All places on roads whose ids can be known, and the network that they are on. */
export function* roadPlaces(
  project: Project,
): Generator<RoadPlace & { network: RoadNetwork; path: string }> {
  const { roads, model } = project;
  if (!roads) return;
  const { elements, values } = model;
  for (const name of placingElements) {
    for (const element of elements.named(name)) {
      const roadAttribute = elements.attributeOf(element, 'roadId');
      const roadId = values.textOf(roadAttribute);
      if (roadId === null) continue;
      const sAttribute = elements.attributeOf(element, 's');
      yield {
        ...roads,
        element,
        roadAttribute,
        roadId,
        road: roads.network.roadOf(roadId),
        sAttribute,
        s: values.numberOf(sAttribute),
      };
    }
  }
}

/** A lane that a place on a road names. */
export interface NamedLane {
  attribute: number;
  /** As it is written; `id` is its number, NaN where it is none. */
  text: string;
  id: number;
}

/** The lanes that a place on a road names: one of a `LanePosition`, those of a `RoadCursor`. */
export function lanesOf({ model }: Project, place: RoadPlace): NamedLane[] {
  const { elements, values } = model;
  const lanes: NamedLane[] = [];
  const add = (attribute: number): void => {
    const text = attribute === none ? null : values.textOf(attribute);
    if (text !== null) lanes.push({ attribute, text, id: Number(text.trim() || NaN) });
  };
  add(elements.attributeOf(place.element, 'laneId'));
  if (elements.nameOf(place.element) === 'RoadCursor') {
    for (const lane of elements.childrenOf(place.element)) add(elements.attributeOf(lane, 'id'));
  }
  return lanes;
}

import { childrenOf, type SchemaModel } from './model';

/** Where the elements and attributes of one version occur, whatever the place. */
export interface Places {
  /** Every element name, in schema order. */
  readonly elements: readonly string[];
  /** Names of the elements that may contain an element, in schema order. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Names of the elements that may carry an attribute, in schema order. */
  readonly carriers: ReadonlyMap<string, readonly string[]>;
  /** Names of the elements that may occur several times in a row somewhere. */
  readonly repeatable: ReadonlySet<string>;
}

const known = new WeakMap<SchemaModel, Places>();

/** The places of a version, gathered once and kept. */
export function placesOf(model: SchemaModel): Places {
  let places = known.get(model);
  if (places === undefined) known.set(model, (places = gather(model)));
  return places;
}

function gather(model: SchemaModel): Places {
  const typed = new Map<string, Set<string>>();
  for (const { name, type } of model.roots) add(typed, type, name);
  for (const type of model.types.values()) {
    for (const child of childrenOf(type)) add(typed, child.type, child.name);
  }
  const elements = new Set(model.roots.map((root) => root.name));
  const parents = new Map<string, Set<string>>();
  const carriers = new Map<string, Set<string>>();
  const repeatable = new Set<string>();
  for (const type of model.types.values()) {
    for (const owner of typed.get(type.name) ?? []) {
      for (const child of childrenOf(type)) {
        elements.add(child.name);
        if (child.max > 1) repeatable.add(child.name);
        add(parents, child.name, owner);
      }
      for (const attribute of type.attributes) add(carriers, attribute.name, owner);
    }
  }
  return {
    elements: [...elements],
    parents: listed(parents),
    carriers: listed(carriers),
    repeatable,
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function listed(map: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  return new Map([...map].map(([key, set]) => [key, [...set]]));
}

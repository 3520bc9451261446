import type { Semantics } from '../pack';
import { Model } from './model/model';
import { digestOf, isOwn } from './project/digest';
import { encodeDigest } from './project/layout';
import { Project } from './project/project';
import { digestRoads, isRoads } from './roads/digestRoads';
import { documentRules, projectRules } from './rules';

/** What scenarios, catalogs and parameter distributions mean. */
export const semantics: Semantics = {
  async check(document, { level, rules, neighbours, lap }) {
    const model = new Model(document);
    rules.run(documentRules, model);
    lap('semantics');
    if (level !== 'project' || neighbours === null || rules.critical) return;
    rules.run(projectRules, await Project.around(model, neighbours));
    lap('project');
  },

  digest(document) {
    if (isRoads(document)) return digestRoads(document);
    if (!isOwn(document)) return null;
    const digest = digestOf(new Model(document));
    return digest && encodeDigest(digest);
  },
};

import type { Insight } from '../../rules/insight';
import type { Semantics } from '../pack';
import { parameterSets } from './distributions/parameterSets';
import { resolvedValues } from './insight/values';
import { Model } from './model/model';
import { digestOf, isOwn } from './project/digest';
import { encodeDigest } from './project/layout';
import { Project } from './project/project';
import { digestRoads, isRoads } from './roads/digestRoads';
import { documentRules, projectRules } from './rules';

function insightOf(model: Model): Insight {
  const sets = parameterSets(model);
  return { values: resolvedValues(model), tables: sets ? [sets] : [] };
}

/** What scenarios, catalogs and parameter distributions mean. */
export const semantics: Semantics = {
  async check(document, { level, rules, neighbours, insight, lap }) {
    const model = new Model(document);
    rules.run(documentRules, model);
    insight?.(insightOf(model));
    lap('semantics');
    if (level !== 'project' || neighbours === null || rules.critical) return;
    const all = projectRules.some((rule) => rule.asksForAll === true && rules.wants(rule));
    rules.run(projectRules, await Project.around(model, neighbours, all));
    lap('project');
  },

  digest(document) {
    if (isRoads(document)) return digestRoads(document);
    if (!isOwn(document)) return null;
    const digest = digestOf(new Model(document));
    return digest && encodeDigest(digest);
  },
};

import type { DocumentRule, ProjectRule } from './kinds';

/*
 * Each rule is a file of its own in a folder named like its set. To add one, add a file that exports
 * `rule`; nothing else has to know.
 */
const modules = import.meta.glob<{ rule: DocumentRule | ProjectRule }>(
  ['./*/*.ts', '!./*/*.test.ts'],
  { eager: true },
);

const rules = Object.values(modules).map(({ rule }) => rule);

/** The rules of the level *semantics*. */
export const documentRules = rules.filter(
  (rule): rule is DocumentRule => rule.level === 'semantics',
);

/** The rules of the level *project*. */
export const projectRules = rules.filter((rule): rule is ProjectRule => rule.level === 'project');

import { levels } from '../findings/finding';
import { loadPacks } from '../formats/registry';
import type { ListedRule } from '../rules/list';
import { listRules } from '../rules/list';
import type { ListFormat } from './options';

/** What `--list-rules` prints: every rule, for people, or as one array of JSON. */
export async function listOfRules(format: ListFormat): Promise<string> {
  const rules = await listRules(await loadPacks());
  return format === 'json' ? rulesAsJson(rules) : rulesAsText(rules);
}

/** Rules as JSON; `format` is null for those that hold for every file, `until` for those that still do. */
export function rulesAsJson(rules: readonly ListedRule[]): string {
  const list = rules.map(({ id, aliases, level, severity, since, until, ...rest }) => {
    const { format, meaning, explanation } = rest;
    return {
      id,
      aliases: aliases ?? [],
      format,
      level,
      severity,
      since,
      until: until ?? null,
      meaning,
      explanation,
    };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Columns that severities and versions take. */
const severityWidth = 'critical'.length;
const versionWidth = '1.0-1.0'.length;
const indent = ' '.repeat(2 + severityWidth + 2 + versionWidth + 2);

/** Rules as text: by level, each with what it asks and all its names. */
export function rulesAsText(rules: readonly ListedRule[]): string {
  const parts = levels.flatMap((level) => {
    const own = rules.filter((rule) => rule.level === level);
    return own.length === 0 ? [] : [`${level}\n${own.map(ruleAsText).join('')}`];
  });
  const count = `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`;
  return `${parts.join('\n')}\n${count}\n`;
}

function ruleAsText({ id, aliases, severity, since, until, format, meaning }: ListedRule): string {
  const versions = format === null ? '' : until === undefined ? since : `${since}-${until}`;
  const head = `  ${severity.padEnd(severityWidth)}  ${versions.padEnd(versionWidth)}  ${id}\n`;
  const also = (aliases ?? []).map((alias) => `${indent}also ${alias}\n`);
  return `${head}${indent}${meaning}\n${also.join('')}`;
}

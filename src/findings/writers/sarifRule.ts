import type { ReportingDescriptor, Result } from 'sarif';
import type { RuleInfo } from '../../rules/rule';
import type { Severity } from '../finding';

/** SARIF's levels; it has none above an error, so what is critical says so among its properties. */
export const sarifLevels: Readonly<Record<Severity, NonNullable<Result.level>>> = {
  critical: 'error',
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** What code scanning sorts rules by (`properties.problem.severity`). */
const problemSeverities: Readonly<Record<Severity, string>> = {
  critical: 'error',
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** A rule as SARIF describes one (section 3.49). */
export function sarifRule(rule: RuleInfo): ReportingDescriptor {
  const { id, aliases, level, severity, beyondNotes, since, until, meaning, explanation } = rule;
  const { asks, source, example } = explanation;
  return {
    id,
    name: id.slice(id.lastIndexOf(':') + 1),
    shortDescription: { text: meaning },
    fullDescription: { text: asks },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      level,
      severity,
      since,
      ...(until === undefined ? {} : { until }),
      ...(aliases === undefined ? {} : { aliases: [...aliases] }),
      ...(beyondNotes === undefined ? {} : { beyondNotes }),
      source,
      ...(example === undefined ? {} : { example: { ...example } }),
      tags: [level],
      'problem.severity': problemSeverities[severity],
    },
  };
}

function helpText({ meaning, explanation: { asks, source, example } }: RuleInfo): string {
  const parts = [`${meaning}.`, asks];
  if (example) parts.push(`Wrong:\n${example.wrong}`, `Right:\n${example.right}`);
  parts.push(`Source: ${source}`);
  return parts.join('\n\n');
}

function helpMarkdown({ meaning, explanation: { asks, source, example } }: RuleInfo): string {
  const parts = [`**${meaning}.**`, asks];
  if (example) parts.push('Wrong:', fenced(example.wrong), 'Right:', fenced(example.right));
  parts.push(`Source: ${source}`);
  return parts.join('\n\n');
}

/** A block of code, whatever backticks are in it. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}xml\n${code}\n${fence}`;
}

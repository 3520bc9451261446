import type { RuleInfo } from '../../rules/rule';
import type { Severity } from '../finding';
import { levels, severities } from '../finding';
import type { Counts } from '../report';
import { noCounts } from '../report';
import type { FileFacts } from './gathering';
import { verdicts } from '../report';
import { numberIn } from './xqarAttributes';

/** What our own checker of a file tells of it. */
export function factsIn(metadata: ReadonlyMap<string, string>): FileFacts {
  return {
    format: metadata.get('format') ?? null,
    version: metadata.get('version') ?? null,
    kind: metadata.get('kind') ?? null,
    verdict: verdicts.find((verdict) => verdict === metadata.get('verdict')),
    counts: countsIn(metadata),
    omitted: numberIn(metadata, 'omitted'),
    size: numberIn(metadata, 'size'),
    elements: numberIn(metadata, 'elements'),
    hash: metadata.get('hash'),
  };
}

function countsIn(metadata: ReadonlyMap<string, string>): Counts | undefined {
  const counts = noCounts();
  for (const severity of severities) {
    const count = numberIn(metadata, severity);
    if (count === undefined) return undefined;
    counts[severity] = count;
  }
  return counts;
}

/** What a checker of ours tells of its rule; undefined where it tells nothing, as those of others. */
export function ruleIn(
  id: string,
  metadata: readonly (readonly [key: string, value: string])[],
  meaning: string,
): RuleInfo | undefined {
  const facts = new Map(metadata);
  const level = levels.find((it) => it === facts.get('level'));
  const severity = severities.find((it): it is Severity => it === facts.get('severity'));
  const since = facts.get('since');
  const asks = facts.get('asks');
  if (level === undefined || severity === undefined) return undefined;
  if (since === undefined || asks === undefined) return undefined;
  const aliases = metadata.filter(([key]) => key === 'alias').map(([, alias]) => alias);
  const until = facts.get('until');
  const wrong = facts.get('wrong');
  const right = facts.get('right');
  return {
    id,
    ...(aliases.length === 0 ? {} : { aliases }),
    level,
    severity,
    ...(facts.get('beyondNotes') === 'true' ? { beyondNotes: true } : {}),
    since,
    ...(until === undefined ? {} : { until }),
    meaning,
    explanation: {
      asks,
      source: facts.get('source') ?? '',
      ...(wrong === undefined || right === undefined ? {} : { example: { wrong, right } }),
    },
  };
}

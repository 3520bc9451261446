import type { RuleInfo } from '../../rules/rule';
import { levels, severities } from '../finding';
import type { KnownRules } from './gathering';
import { severityOf } from './gathering';
import { mostParts } from './limits';
import type { Loose } from './loose';
import { listIn, member, objectIn, textIn, wordIn } from './loose';

/**
 * What a log says of a rule (section 3.49), or undefined where it says no more than the id. Tools
 * differ in where they say what a rule asks: the first of its descriptions that is there is taken.
 */
export function ruleIn(descriptor: Loose, id: string, known: KnownRules): RuleInfo | undefined {
  const short = textIn(objectIn(descriptor, 'shortDescription'), 'text');
  const full = textIn(objectIn(descriptor, 'fullDescription'), 'text');
  const help = textIn(objectIn(descriptor, 'help'), 'text');
  const meaning = short ?? full ?? textIn(descriptor, 'name');
  if (meaning === undefined) return undefined;
  const bag = objectIn(descriptor, 'properties');
  const aliases = listIn(bag, 'aliases')
    .slice(0, mostParts)
    .filter((alias) => typeof alias === 'string');
  const until = textIn(bag, 'until');
  const example = exampleIn(objectIn(bag, 'example'));
  const level = textIn(objectIn(descriptor, 'defaultConfiguration'), 'level');
  return {
    id,
    ...(aliases.length === 0 ? {} : { aliases }),
    level: wordIn(bag, 'level', levels) ?? known.levelOf(id),
    severity: wordIn(bag, 'severity', severities) ?? severityOf(level),
    ...(member(bag, 'beyondNotes') === true ? { beyondNotes: true } : {}),
    since: textIn(bag, 'since') ?? '',
    ...(until === undefined ? {} : { until }),
    meaning,
    explanation: {
      asks: full ?? help ?? meaning,
      source: textIn(bag, 'source') ?? textIn(descriptor, 'helpUri') ?? '',
      ...(example === undefined ? {} : { example }),
    },
  };
}

function exampleIn(bag: Loose): { wrong: string; right: string } | undefined {
  const wrong = textIn(bag, 'wrong');
  const right = textIn(bag, 'right');
  return wrong === undefined || right === undefined ? undefined : { wrong, right };
}

import type { RuleInfo } from '../../../rules/rule';
import { severityWords } from '../../words';
import type { RuleAnchors } from './finding';
import { escaped, withCode } from './markup';

/** What the rules ask that findings name, each once. */
export function* rulesMarkup(rules: readonly RuleInfo[], anchors: RuleAnchors): Generator<string> {
  if (rules.length === 0) return;
  yield '<section class="rules" id="rules">\n<h2>Rules</h2>\n';
  for (const rule of rules) yield ruleMarkup(rule, anchors.get(rule.id) ?? '');
  yield '</section>\n';
}

function ruleMarkup(rule: RuleInfo, anchor: string): string {
  const { asks, source, example } = rule.explanation;
  const span =
    rule.until === undefined ? `from ${rule.since} on` : `${rule.since} to ${rule.until}`;
  const facts: [name: string, markup: string][] = [
    [
      'Applies to',
      escaped(`versions ${span}, level ${rule.level}, usually ${severityWords[rule.severity].one}`),
    ],
    ['Source', withCode(source)],
    ['Id', `<code>${escaped(rule.id)}</code>`],
  ];
  const aliases = (rule.aliases ?? []).map((alias) => `<code>${escaped(alias)}</code>`);
  if (aliases.length > 0) facts.push(['Also called', aliases.join(' ')]);
  const list = facts.map(([name, markup]) => `<dt>${name}</dt><dd>${markup}</dd>`).join('\n');
  const shown = example
    ? `<div class="example">\n${figure('wrong', example.wrong)}${figure('right', example.right)}</div>\n`
    : '';
  return `<article id="${anchor}">\n<h3>${withCode(rule.meaning)}</h3>\n<p>${withCode(asks)}</p>\n${shown}<dl>\n${list}\n</dl>\n</article>\n`;
}

function figure(kind: 'wrong' | 'right', text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(escaped);
  const word = kind === 'wrong' ? '✗ Wrong' : '✓ Right';
  return `<figure class="${kind}"><figcaption>${word}</figcaption><pre>${lines.join('\n')}</pre></figure>\n`;
}

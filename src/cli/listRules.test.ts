import { expect, test } from 'vitest';
import { levels, severities } from '../findings/finding';
import type { ListedRule } from '../rules/list';
import { rulesAsJson, rulesAsText } from './listRules';
import { runIn } from './testing/world';

const rules: ListedRule[] = [
  {
    id: 'org:f:1.2.0:references.exist',
    aliases: ['org:f:1.0.0:refs.exist'],
    format: 'f',
    level: 'semantics',
    severity: 'error',
    since: '1.2',
    until: '1.3',
    meaning: 'What is referred to exists',
    explanation: { asks: 'It asks.', source: 'A test' },
  },
  {
    id: 'scrutineer:intake:1.0.0:file.whole',
    format: null,
    level: 'project',
    severity: 'critical',
    since: '1.0',
    meaning: 'The file is whole',
    explanation: { asks: 'It asks.', source: 'A test' },
  },
];

test('as text, by level, with all names', () => {
  expect(rulesAsText(rules)).toBe(`semantics
  error     1.2-1.3  org:f:1.2.0:references.exist
                     What is referred to exists
                     also org:f:1.0.0:refs.exist

project
  critical           scrutineer:intake:1.0.0:file.whole
                     The file is whole

2 rules
`);
});

test('as JSON, where nothing is left out', () => {
  expect(JSON.parse(rulesAsJson(rules))).toEqual([
    rules[0],
    { ...rules[1], aliases: [], until: null },
  ]);
});

test('the command prints every rule that there is', async () => {
  const json = await runIn(['check', '--list-rules', '--format', 'json']);
  expect(json).toMatchObject({ status: 0, err: '' });
  const listed = JSON.parse(json.out) as ListedRule[];
  const ids = listed.map(({ id }) => id);
  expect(ids).toContain('asam.net:xosc:1.0.0:xml.valid_schema');
  expect(ids).toContain('scrutineer:intake:1.0.0:file.truncated');
  for (const rule of listed) {
    expect(levels).toContain(rule.level);
    expect(severities).toContain(rule.severity);
  }
  const text = await runIn(['check', '--list-rules']);
  for (const id of ids) expect(text.out).toContain(id);
});

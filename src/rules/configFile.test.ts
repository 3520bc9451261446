import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { levels } from '../findings/finding';
import { countFindings } from '../findings/report';
import { loadPacks } from '../formats/registry';
import { configKeys, readConfig } from './configFile';
import { listRules } from './list';
import { generalRules } from './listGeneral';
import { RuleKeys } from './listKeys';
import type { RuleInfo } from './rule';
import { presets, ruleChoices } from './settings';

function rule(id: string, ...aliases: string[]): RuleInfo {
  const explanation = { asks: 'It asks.', source: 'A test' };
  const rest = { severity: 'error', since: '1.0', meaning: 'It is so', explanation } as const;
  return { id, aliases, level: 'semantics', ...rest };
}

const keys = new RuleKeys([
  rule('org:f:1.0.0:names.unique', 'org:f:1.2.0:names.different'),
  rule('org:f:1.0.0:names.short'),
  rule('org:f:1.0.0:references.exist'),
  { ...rule('org:f:1.0.0:xml.readable'), severity: 'critical' },
  { ...rule('org:f:1.0.0:names.fatal'), severity: 'critical' },
]);

const encoder = new TextEncoder();

const read = (text: string) => readConfig('a/.scrutineer.json', encoder.encode(text), keys);

describe('settings that are understood', () => {
  test.each<[string, unknown]>([
    ['{}', { preset: 'standard' }],
    ['{ "$schema": "x.json", "preset": "strict" }', { preset: 'strict' }],
    ['{ "level": "semantics" }', { preset: 'standard', level: 'semantics' }],
    [
      '{ "levels": { "project": "off", "semantics": "on", "structure": "off" } }',
      { preset: 'standard', levelsOff: ['project', 'structure'] },
    ],
    [
      '{ "rules": { "org:f:1.2.0:names.different": "warning", "references.exist": "off" } }',
      {
        preset: 'standard',
        rules: { 'org:f:1.0.0:names.unique': 'warning', 'org:f:1.0.0:references.exist': 'off' },
      },
    ],
    ['\ufeff{"preset": "fast"}', { preset: 'fast' }],
  ])('%s', (text, settings) => {
    expect(read(text)).toEqual({ settings, findings: [] });
  });

  test('a rule by its own name is above its set, wherever it stands, and critical ones are left alone', () => {
    const one = { 'org:f:1.0.0:names.unique': 'error', 'org:f:1.0.0:names.short': 'off' };
    expect(read('{"rules": {"names.unique": "error", "names.*": "off"}}')).toEqual({
      settings: { preset: 'standard', rules: one },
      findings: [],
    });
  });
});

describe('mistakes', () => {
  /** The text, where the mistake is (line:column to line:column), its code, message and help. */
  const table: [text: string, place: string, code: string, message: string, help: string][] = [
    ['', '1:1-1:1', 'not-json', 'The file is empty', '`{}`'],
    [' \n', '1:1-1:1', 'not-json', 'The file is empty', '`{}`'],
    ['{', '1:2-1:2', 'not-json', 'A `}` is missing', 'in front'],
    ['{"preset": "fast",}', '1:19-1:20', 'not-json', 'A key in double', 'no comma'],
    ['{"preset": fast}', '1:12-1:16', 'not-json', 'no value of JSON', 'double quotation marks'],
    ['{\n  // why\n}', '2:3-2:9', 'not-json', 'no comments', 'Take it away'],
    ['{"a": 1 "b": 2}', '1:9-1:12', 'not-json', 'A comma is missing', 'between'],
    ['{"a" 1}', '1:6-1:7', 'not-json', 'A colon is missing', 'between'],
    ['{"a: 1}', '1:2-1:8', 'not-json', 'does not end', '`"`'],
    ['{} {}', '1:4-1:5', 'not-json', 'behind the end', 'one object'],
    ['[]', '1:1-1:3', 'wrong-value', 'The file does not hold an object', 'pairs'],
    ['{"presett": 1}', '1:2-1:11', 'unknown-key', '`presett` is not a setting', '`preset`?'],
    ['{"x": 1}', '1:2-1:5', 'unknown-key', '`x` is not a setting', 'There are `$schema`'],
    ['{"toString": 1}', '1:2-1:12', 'unknown-key', '`toString`', 'There are'],
    ['{"$schema": 1}', '1:13-1:14', 'wrong-value', 'is not a text', 'quotation marks'],
    ['{"preset": "strikt"}', '1:12-1:20', 'wrong-value', 'cannot be `strikt`', '`"strict"`?'],
    ['{"preset": true}', '1:12-1:16', 'wrong-value', 'cannot be `true`', '`"standard"`'],
    ['{"level": "deep"}', '1:11-1:17', 'wrong-value', '`level` cannot be `deep`', 'one of'],
    ['{"levels": "off"}', '1:12-1:17', 'wrong-value', '`levels` does not hold', 'pairs'],
    [
      '{"levels": {"projekt": "off"}}',
      '1:13-1:22',
      'unknown-key',
      '`projekt` is not a level',
      '`project`?',
    ],
    ['{"levels": {"project": 0}}', '1:24-1:25', 'wrong-value', 'cannot be `0`', '`"off"`'],
    ['{"levels": {"syntax": "off"}}', '1:13-1:21', 'fixed-level', '`syntax`', 'Take'],
    ['{"rules": []}', '1:11-1:13', 'wrong-value', '`rules` does not hold', 'pairs'],
    [
      '{"rules": {"names.uniqe": "off"}}',
      '1:12-1:25',
      'unknown-rule',
      'There is no rule `names.uniqe`.',
      '`names.unique`?',
    ],
    [
      '{"rules": {"colours.*": "off"}}',
      '1:12-1:23',
      'unknown-rule',
      'There is no set of rules `colours.*`.',
      '--list-rules',
    ],
    [
      '{"rules": {"names.short": "warn"}}',
      '1:27-1:33',
      'wrong-value',
      '`names.short` cannot be `warn`',
      '`"warning"`?',
    ],
    [
      '{"rules": {"names.short": "critical"}}',
      '1:27-1:37',
      'wrong-value',
      'cannot be `critical`',
      '`"error"`',
    ],
    ['{"rules": {"xml.readable": "off"}}', '1:12-1:26', 'fixed-rule', '`xml.readable`', 'Take'],
    ['{"rules": {"xml.*": "info"}}', '1:12-1:19', 'fixed-rule', '`xml.*`', 'Take'],
    [
      '{"rules": {"names.unique": "off", "names.different": "off"}}',
      '1:35-1:52',
      'twice',
      'set above already',
      'one of the two',
    ],
    [
      '{\r\n "preset": "fast",\r\n "preset": "strict"}',
      '3:2-3:10',
      'twice',
      'a second time',
      'one of the two',
    ],
  ];

  test.each(table)('%j', (text, place, code, message, help) => {
    const { findings } = read(text);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    const { line, column, endLine, endColumn } = finding?.span ?? {};
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(place);
    expect(finding).toMatchObject({ code, severity: 'error', path: 'a/.scrutineer.json' });
    expect(finding?.message).toContain(message);
    expect(finding?.help).toContain(help);
  });

  test('all are told, and the rest still holds', () => {
    const { settings, findings } = read(
      '{"preset": "strict", "lvl": 1, "rules": {"names.shor": "off", "references.exist": "off"}}',
    );
    expect(countFindings([...findings]).error).toBe(2);
    expect(settings).toEqual({
      preset: 'strict',
      rules: { 'org:f:1.0.0:references.exist': 'off' },
    });
  });

  test('of what is no JSON nothing holds', () => {
    expect(read('{"preset": "strict",,}').settings).toEqual({ preset: 'standard' });
  });

  test('offsets are bytes of the file, the byte order mark included', () => {
    const [finding] = read('\ufeff{"ä": 1, "€": 2}').findings;
    expect(finding?.span).toMatchObject({ offset: 4, endOffset: 8, column: 2, endColumn: 5 });
  });

  test('the rule that they belong to is on the list', () => {
    const [finding] = read('').findings;
    expect(generalRules.map(({ id }) => id)).toContain(finding?.rule);
  });
});

test('the schema for editors knows the same keys and values', () => {
  const path = join(import.meta.dirname, '../../docs/scrutineer.schema.json');
  const { properties, definitions } = JSON.parse(readFileSync(path, 'utf8')) as {
    properties: Record<string, Record<string, unknown>>;
    definitions: Record<string, unknown>;
  };
  expect(Object.keys(properties)).toEqual(configKeys);
  expect(properties['preset']?.['enum']).toEqual(presets);
  expect(properties['level']?.['enum']).toEqual(levels);
  expect(Object.keys(properties['levels']?.['properties'] ?? {})).toEqual(levels.slice(1));
  expect(properties['rules']?.['additionalProperties']).toEqual({ enum: ruleChoices });
  expect(definitions).toEqual({ switch: { enum: ['on', 'off'] } });
});

test('the example in the documentation is understood', async () => {
  const path = join(import.meta.dirname, '../../docs/settings.md');
  const example = /```json\n([^`]+)```/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const all = new RuleKeys(await listRules(await loadPacks()));
  const { settings, findings } = readConfig('a', encoder.encode(example), all);
  expect(findings).toEqual([]);
  expect(settings).toMatchObject({ preset: 'strict', levelsOff: ['project'] });
  expect(new Set(Object.values(settings.rules ?? {}))).toContain('info');
});

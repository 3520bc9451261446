import { describe, expect, test } from 'vitest';
import { RuleKeys } from './listKeys';
import type { RuleInfo } from './rule';

function rule(id: string, ...aliases: string[]): RuleInfo {
  const explanation = { asks: 'It asks.', source: 'A test' };
  const rest = { severity: 'error', since: '1.0', meaning: 'It is so', explanation } as const;
  return { id, aliases, level: 'semantics', ...rest };
}

const keys = new RuleKeys([
  rule('org:f:1.0.0:names.unique', 'org:f:1.2.0:references.unique_names'),
  rule('org:f:1.0.0:references.entities_exist'),
  rule('org:f:1.0.0:whole'),
]);

const named = (key: string): string[] => keys.named(key).map(({ id }) => id);

describe('a key names', () => {
  test.each([
    ['org:f:1.0.0:names.unique', ['org:f:1.0.0:names.unique']],
    ['org:f:1.2.0:references.unique_names', ['org:f:1.0.0:names.unique']],
    ['names.unique', ['org:f:1.0.0:names.unique']],
    ['references.unique_names', ['org:f:1.0.0:names.unique']],
    ['whole', ['org:f:1.0.0:whole']],
    ['references.*', ['org:f:1.0.0:names.unique', 'org:f:1.0.0:references.entities_exist']],
    ['names.*', ['org:f:1.0.0:names.unique']],
    ['unique', []],
    ['*', []],
    ['.*', []],
    ['org:f:1.1.0:names.unique', []],
  ])('%s: %j', (key, ids) => {
    expect(named(key)).toEqual(ids);
  });
});

describe('a wrong key was meant to be', () => {
  test.each([
    ['names.uniqe', 'names.unique'],
    ['reference.*', 'references.*'],
    ['references.entites_exist', 'references.entities_exist'],
    ['org:f:1.1.0:names.unique', 'org:f:1.0.0:names.unique'],
    ['asam.net:xosc:1.2.0:references.entities_exists', 'org:f:1.0.0:references.entities_exist'],
    ['nothing of the kind', null],
  ])('%s: %s', (key, meant) => {
    expect(keys.nearest(key)).toBe(meant);
  });
});

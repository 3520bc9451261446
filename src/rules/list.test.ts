import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPacks } from '../formats/registry';
import { listRules, ruleName, ruleSet } from './list';

const root = join(import.meta.dirname, '../..');
const rules = await listRules(await loadPacks());
const ids = new Set(rules.map(({ id }) => id));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sources(path);
    const isSource = entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts');
    return isSource ? [readFileSync(join(root, path), 'utf8')] : [];
  });
}

const code = [...sources('src'), ...sources('workers')].join('\n');

/** What a pattern's only group matches, wherever it does in the sources. */
function allOf(pattern: RegExp, text = code): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, found]) => found ?? ''))];
}

describe('the list', () => {
  test('names no rule twice, be it by an alias', () => {
    const names = rules.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('holds every rule that the sources name', () => {
    const named = allOf(/'((?:asam\.net|scrutineer):[a-z]+:[\d.]+:[\w.-]+)'/g);
    const aliases = rules.flatMap((rule) => rule.aliases ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !ids.has(id) && !aliases.includes(id))).toEqual([]);
  });

  test('holds every rule of intake', () => {
    const codes = /type UnreadableCode =([^;]+);/.exec(code)?.[1] ?? '';
    const named = [
      ...allOf(/'((?:file|archive)\.[a-z-]+)',/g),
      ...allOf(/'([a-z-]+)'/g, codes).map((name) => `file.${name}`),
    ];
    expect(named).toContain('archive.unsafe-name');
    expect(named).toContain('file.truncated');
    expect(named.filter((name) => !ids.has(`scrutineer:intake:1.0.0:${name}`))).toEqual([]);
  });

  test('holds nothing but rules that are whole', () => {
    for (const { id, format, since, until, meaning, explanation } of rules) {
      expect(id).toMatch(/^(asam\.net|scrutineer):[a-z]+:\d+\.\d+\.\d+:[a-z_]+(\.[a-z_-]+)*$/);
      expect(meaning, id).toMatch(/^[A-Z`].*[^.]$/);
      expect(meaning.length, id).toBeLessThan(120);
      expect(explanation.asks, id).toMatch(/\.$/);
      expect(explanation.source, id).toMatch(/[^.]$/);
      if (format !== null) expect((until ?? since) >= since, id).toBe(true);
    }
  });

  test('is in the order of levels', () => {
    const order = rules.map(({ level }) => level);
    const groups = order.filter((level, index) => level !== order[index - 1]);
    expect(groups).toEqual([...new Set(groups)]);
  });
});

test('names and sets are the last part of an id', () => {
  expect(ruleName('asam.net:x:1.0.0:set.name')).toBe('set.name');
  expect(ruleSet('asam.net:x:1.0.0:set.name')).toBe('set');
  expect(ruleSet('asam.net:x:1.0.0:name')).toBe('');
});

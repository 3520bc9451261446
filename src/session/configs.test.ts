import { describe, expect, it } from 'vitest';
import { Configs } from './configs.svelte';
import { FileEntry } from './entry.svelte';
import { RuleBook } from './rules';
import { aRule, aSource } from './testing';

const rules = new RuleBook([aRule('a:set.rule')]);

async function read(configs: Configs, path: string, text: string) {
  return configs.read(new FileEntry(path, aSource(path, { bytes: new Blob([text]) })), rules);
}

describe('the settings file that holds for a file', () => {
  it('is the nearest in the folders around it', async () => {
    const configs = new Configs();
    for (const folder of ['', 'a/', 'a/b/']) {
      await read(configs, `${folder}.scrutineer.json`, '{"preset":"fast"}');
    }
    const nearest = (path: string) => configs.nearest(path)?.path;
    expect(nearest('a/b/c/x.xml')).toBe('a/b/.scrutineer.json');
    expect(nearest('a/x.xml')).toBe('a/.scrutineer.json');
    expect(nearest('ab/x.xml')).toBe('.scrutineer.json');
    configs.forget('a/b/.scrutineer.json');
    expect(nearest('a/b/x.xml')).toBe('a/.scrutineer.json');
  });

  it('is none where there is none', () => {
    expect(new Configs().nearest('a/x.xml')).toBeNull();
  });
});

describe('reading one', () => {
  it('takes what it says of rules by their ids', async () => {
    const configs = new Configs();
    const report = await read(configs, 'a/.scrutineer.json', '{"rules":{"set.*":"off"}}');
    expect(report.findings).toEqual([]);
    expect(configs.nearest('a/b.xml')?.settings.rules).toEqual({ 'a:set.rule': 'off' });
  });

  it('tells its mistakes, keeps what could be understood, and replaces what it said before', async () => {
    const configs = new Configs();
    await read(configs, '.scrutineer.json', '{"preset":"fast"}');
    const report = await read(configs, '.scrutineer.json', '{"preset":"strict","lvel":1}');
    expect(report.verdict).toBe('invalid');
    expect(report.findings.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(configs.list.map(({ settings }) => settings.preset)).toEqual(['strict']);
  });

  it('refuses what is too large to be one', async () => {
    const path = '.scrutineer.json';
    const source = aSource(path, { size: 2_000_000 });
    const report = await new Configs().read(new FileEntry(path, source), rules);
    expect(report.findings.map(({ code }) => code)).toEqual(['too-large']);
  });
});

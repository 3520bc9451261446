import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../engine/engine';
import type { InspectOptions } from '../engine/inspection';
import { tokenizerModule } from '../engine/testing/module';
import type { Severity } from '../findings/finding';
import { readJsonLine } from '../findings/jsonlReader';
import { fileAccess } from '../intake/fileAccess';
import { ruleName } from '../rules/list';
import type { CheckSettings } from '../rules/settings';
import { zipOf } from '../intake/testing/sources';
import { fakeInspector, runIn } from './testing/world';

let folder = '';
const at = (name: string): string => join(folder, name).replace(/\\/g, '/');

/** Findings on a shape that was deprecated, by their rule's whole id. */
const deprecated = 'scrutineer:xosc:1.1.0:xml.not_deprecated';
const schema = 'asam.net:xosc:1.0.0:xml.valid_schema';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-config-'));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), content);
  };
  write('plain/a.xosc', '<a/>');
  write('strict/.scrutineer.json', '{"preset": "strict", "level": "semantics"}');
  write('strict/a.xosc', '<a/>');
  write('strict/deep/er/a.xosc', '<a/>');
  write('strict/own/.scrutineer.json', '{"rules": {"xml.not_deprecated": "off"}}');
  write('strict/own/a.xosc', '<a/>');
  write('strict/x.zip', await zipOf([['inner/a.xosc', '<a/>']]));
  write('off/.scrutineer.json', '{"levels": {"project": "off", "semantics": "off"}}');
  write('off/a.xosc', '<a/>');
  write('wrong/.scrutineer.json', '{\n  "presett": "strict",\n  "level": "deep"\n}');
  write('wrong/a.xosc', '<a/>');
  write('only/.scrutineer.json', '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a check, and tells with which settings, and how deep, each file was to be checked. */
async function settingsOf(...args: string[]) {
  const asked = new Map<string, InspectOptions>();
  const ran = await runIn(['check', '--format', 'jsonl', ...args], {
    start: () =>
      Promise.resolve({
        inspector: {
          inspect: (source, options, events, signal) => {
            asked.set(source.path, options);
            return fakeInspector.inspect(source, options, events, signal);
          },
        },
        close: () => undefined,
      }),
  });
  const of = (path: string): CheckSettings | undefined => asked.get(at(path))?.settings;
  const levelOf = (path: string): string | undefined => asked.get(at(path))?.level;
  return { ...ran, asked, of, levelOf };
}

describe('without a settings file', () => {
  test('all levels are checked, as the standard preset has it', async () => {
    const { of, levelOf } = await settingsOf(at('plain/a.xosc'));
    expect(of('plain/a.xosc')).toEqual({ preset: 'standard' });
    expect(levelOf('plain/a.xosc')).toBe('project');
  });

  test.each<[string[], CheckSettings, string]>([
    [['--preset', 'fast'], { preset: 'fast' }, 'structure'],
    [['--preset', 'strict'], { preset: 'strict' }, 'project'],
    [['--preset', 'fast', '--level', 'project'], { preset: 'fast', level: 'project' }, 'project'],
    [['--level', 'syntax'], { preset: 'standard', level: 'syntax' }, 'syntax'],
    [
      ['--rule', 'xml.*=info', '--rule', `${deprecated}=off`],
      {
        preset: 'standard',
        rules: expect.objectContaining({ [deprecated]: 'off', [schema]: 'info' }) as never,
      },
      'project',
    ],
  ])('%j', async (args, settings, level) => {
    const { of, levelOf } = await settingsOf(...args, at('plain/a.xosc'));
    expect(of('plain/a.xosc')).toEqual(settings);
    expect(levelOf('plain/a.xosc')).toBe(level);
  });
});

describe('the settings file', () => {
  test('is the nearest to each file, upwards', async () => {
    const { of, levelOf, paths } = await settingsOf(at('strict'), at('plain'));
    const strict = { preset: 'strict', level: 'semantics' };
    expect(of('strict/a.xosc')).toEqual(strict);
    expect(of('strict/deep/er/a.xosc')).toBe(of('strict/a.xosc'));
    expect(levelOf('strict/deep/er/a.xosc')).toBe('semantics');
    expect(of('strict/own/a.xosc')).toEqual({
      preset: 'standard',
      rules: { [deprecated]: 'off' },
    });
    expect(of('strict/x.zip/inner/a.xosc')).toEqual(strict);
    expect(of('plain/a.xosc')).toEqual({ preset: 'standard' });
    expect(
      paths.filter((path) => path.endsWith('.json')),
      'settings are no input',
    ).toEqual([]);
  });

  test('can take away the deepest levels', async () => {
    expect((await settingsOf(at('off'))).levelOf('off/a.xosc')).toBe('structure');
  });

  test('is the one that is named, or none', async () => {
    const named = await settingsOf('--config', at('off/.scrutineer.json'), at('strict/a.xosc'));
    expect(named.of('strict/a.xosc')).toEqual({
      preset: 'standard',
      levelsOff: ['project', 'semantics'],
    });
    const none = await settingsOf('--no-config', at('strict/a.xosc'));
    expect(none.of('strict/a.xosc')).toEqual({ preset: 'standard' });
  });

  test('yields to the command line', async () => {
    const { of } = await settingsOf('--preset', 'fast', at('strict/a.xosc'));
    expect(of('strict/a.xosc'), 'a preset says how deep').toEqual({ preset: 'fast' });
    const level = await settingsOf('--level', 'project', at('strict/a.xosc'), at('off/a.xosc'));
    expect(level.of('strict/a.xosc')).toEqual({ preset: 'strict', level: 'project' });
    expect(level.of('off/a.xosc')).toEqual({
      preset: 'standard',
      level: 'project',
      levelsOff: ['semantics'],
    });
    const rule = await settingsOf('--rule', `${deprecated}=error`, at('strict/own/a.xosc'));
    expect(rule.of('strict/own/a.xosc')?.rules).toEqual({ [deprecated]: 'error' });
  });

  test('with mistakes, all of them are told, and nothing is checked', async () => {
    const ran = await settingsOf(at('wrong'), at('plain'));
    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.asked.size).toBe(0);
    expect(ran.err).toMatch(
      /\.scrutineer\.json:2:3: `presett` is not a setting\. Did you mean `preset`\?\n/,
    );
    expect(ran.err).toMatch(/\.scrutineer\.json:3:12: `level` cannot be `deep`\./);
    expect((await settingsOf('--no-config', at('wrong'))).status).toBe(0);
  });

  test('that is named and cannot be read is an error', async () => {
    const ran = await settingsOf('--config', at('nowhere.json'), at('plain'));
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('cannot be read. The file is no longer where it was.');
  });

  test('alone is nothing to check', async () => {
    const ran = await settingsOf(at('only'));
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('holds no files');
  });
});

describe('what is found by settings', () => {
  /** A document that is valid with an entity that nobody declared and a deprecated name, and one that is not. */
  const document = (end: string): string => `<OpenSCENARIO>
    <FileHeader revMajor="1" revMinor="2" date="2024-05-01T00:00:00" author="a" description="d"/>
    <CatalogLocations/><RoadNetwork/><Entities/>
    <Storyboard><Init><Actions>
      <GlobalAction><EnvironmentAction><Environment name="e">
        <Weather><Precipitation intensity="0.1" precipitationType="dry"/></Weather>
        <RoadCondition frictionScaleFactor="1"/>
      </Environment></EnvironmentAction></GlobalAction>
      <Private entityRef="Nobody"><PrivateAction><VisibilityAction graphics="true"
        sensors="true" traffic="true"/></PrivateAction></Private>
    </Actions></Init><StopTrigger/></Storyboard>${end}</OpenSCENARIO>`;
  const valid = document('');
  const invalid = document('<Unknown/>');

  const unresolved = 'reference_control.resolvable_entity_references';
  const old = 'xml.not_deprecated';
  const shape = 'xml.valid_schema';

  /** What a run says of a document: its status, the verdict, and how bad each of the three rules is. */
  async function found(content: string, ...args: string[]) {
    writeFileSync(at('real.xosc'), content);
    const start = () =>
      Promise.resolve({
        inspector: new Engine({ module: tokenizerModule, access: fileAccess }),
        close: () => undefined,
      });
    const ran = await runIn(['check', '-f', 'jsonl', ...args, at('real.xosc')], { start });
    const { verdict, findings } = readJsonLine(ran.out).report;
    const severityOf = (name: string): Severity | undefined =>
      findings.find(({ rule }) => ruleName(rule) === name)?.severity;
    return { status: ran.status, verdict, told: [unresolved, old, shape].map(severityOf) };
  }

  test.each<[string[], (Severity | undefined)[]]>([
    [[], ['error', 'warning', undefined]],
    [
      ['--preset', 'fast'],
      [undefined, 'warning', undefined],
    ],
    [
      ['--preset', 'strict'],
      ['error', 'error', undefined],
    ],
    [
      ['--rule', `${unresolved}=off`],
      [undefined, 'warning', undefined],
    ],
    [
      ['--rule', 'xml.*=off', '--rule', `${unresolved}=info`],
      ['info', undefined, undefined],
    ],
  ])('%j', async (args, told) => {
    expect(await found(valid, ...args)).toMatchObject({ verdict: 'valid', told });
  });

  test('the status is that of what is told, the verdict is not', async () => {
    expect(await found(valid)).toMatchObject({ status: 1, verdict: 'valid' });
    expect(await found(valid, '--preset', 'fast')).toMatchObject({ status: 0, verdict: 'valid' });
    expect(await found(invalid, '--preset', 'fast')).toMatchObject({
      status: 1,
      verdict: 'invalid',
      told: [undefined, 'warning', 'error'],
    });
    const off = ['--preset', 'fast', '--rule', `${shape}=off`];
    expect(await found(invalid, ...off)).toMatchObject({
      status: 0,
      verdict: 'invalid',
      told: [undefined, 'warning', undefined],
    });
  });
});

describe('rules that cannot be chosen', () => {
  test.each([
    ['xml.valid_shema=off', 'there is no rule “xml.valid_shema”; did you mean “xml.valid_schema”?'],
    ['nothing.like_it=off', 'there is no rule “nothing.like_it”; --list-rules prints all'],
    ['xml.valid_xml_document=info', 'the rule “xml.valid_xml_document” is not open to settings'],
  ])('%s', async (rule, said) => {
    const ran = await settingsOf('--rule', rule, at('plain'));
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(said);
  });
});

import { describe, expect, test } from 'vitest';
import { reportOn } from '../../engine/testing/inspect';
import { scenario } from './testing/scenarios';

const valid = scenario({ version: '1.2' });
const present = 'asam.net:xosc:1.0.0:xml.fileheader_is_present';

describe('the header', () => {
  test('says the version, though it stands in something else, and is missed where it belongs', async () => {
    const [header = ''] = /<FileHeader.*?\/>/.exec(valid) ?? [];
    const moved = valid.replace(header, '').replace('<RoadNetwork>', `<RoadNetwork>${header}`);
    const { version, verdict, findings } = await reportOn(moved);
    expect({ version, verdict }).toEqual({ version: '1.2', verdict: 'invalid' });
    expect(findings.filter(({ rule }) => rule === present)).toHaveLength(1);
  });

  test('is missed once where there is none', async () => {
    const { verdict, findings } = await reportOn(valid.replace(/<FileHeader.*?\/>/, ''));
    expect(verdict).toBe('unsupported');
    expect(findings.filter(({ rule }) => rule === present)).toHaveLength(1);
  });
});

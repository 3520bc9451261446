import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, readHeaders } from './lib/headers.mjs';
import { root } from './lib/project.mjs';

const rules = readHeaders(join(root, 'public/_headers'));
const policyOf = (path: string): string => headersFor(rules, path)['Content-Security-Policy'] ?? '';

describe('content security policies', () => {
  test.each(['index.html', 'embed.html'])('%s says itself what the headers say', (page) => {
    const html = readFileSync(join(root, page), 'utf8');
    const [, own] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
    // A page cannot say who may frame it.
    expect(own).toBe(policyOf('/anything'));
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  });

  test('nothing is allowed that would run what others wrote', () => {
    const policy = policyOf('/anything');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).toMatch(/connect-src 'self';/);
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
  });

  test.each(['/', '/index.html'])('%s is shown in no frame', (path) => {
    expect(policyOf(path).split(', ')).toEqual([policyOf('/anything'), "frame-ancestors 'none'"]);
    expect(headersFor(rules, path)['X-Frame-Options']).toBe('DENY');
  });

  test.each(['/embed', '/embed.html'])('%s is shown in any frame', (path) => {
    expect(policyOf(path)).not.toContain('frame-ancestors');
    expect(headersFor(rules, path)['X-Frame-Options']).toBeUndefined();
  });
});

test('only content security policies are given by two rules for one path', () => {
  for (const path of ['/', '/index.html', '/embed', '/embed.html', '/embed.js', '/assets/a.js']) {
    const names = rules
      .filter(({ pattern }) => pattern.test(path))
      .flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase()))
      .filter((name) => name !== 'content-security-policy');
    expect(names).toEqual([...new Set(names)]);
  }
});

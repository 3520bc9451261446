import { App } from './app';
import { invalid } from './documents';
import { expect, test } from './test';

test('headers allow nothing but the app itself', async ({ request }) => {
  const response = await request.get('./');
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/https?:/);
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
});

test('the tokenizer comes as WebAssembly', { tag: '@web-16' }, async ({ page }) => {
  const types: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.wasm')) types.push(response.headers()['content-type'] ?? '');
  });
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a.xosc', content: invalid }]);
  expect(types).toEqual(['application/wasm']);
});

test('checking a file sends nothing', async ({ page }) => {
  const app = new App(page);
  await app.open();
  // Whatever the page loads on demand, it loads for this file first.
  await app.drop([{ name: 'first.xosc', content: invalid }]);
  await expect(app.source.locator('.cm-content')).toBeVisible();
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await app.drop([{ name: 'confidential-name.xosc', content: invalid.replace('Small', 'Other') }]);
  await page.keyboard.press('n');
  expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(requests.join('\n')).not.toContain('confidential-name');
  expect(requests.filter((request) => !/\/assets\/[\w.-]+$/.test(request))).toEqual([]);
});

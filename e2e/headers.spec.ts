import type { APIResponse } from '@playwright/test';
import { App } from './app';
import { invalid } from './documents';
import { HostSite } from './hostSite';
import { listenTo } from './listener';
import { expect, test } from './test';

function policies(response: APIResponse): string[] {
  return (response.headers()['content-security-policy'] ?? '').split(', ');
}

test(
  'pages and scripts come with the headers that they are to have',
  { tag: '@web-15' },
  async ({ request }) => {
    for (const path of ['./', 'index.html']) {
      const response = await request.get(path);
      const [base, frames] = policies(response);
      expect(base).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
      expect(base).toContain("connect-src 'self'");
      expect(base).not.toMatch(/'unsafe-eval'|https?:/);
      expect(frames).toBe("frame-ancestors 'none'");
      expect(response.headers()).toMatchObject({
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
    }
    const app = await request.get('./');
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await app.text())?.[1] ?? '';
    for (const path of ['embed', 'embed.html', script]) {
      const response = await request.get(path);
      expect(response.ok()).toBe(true);
      expect(policies(response)).toEqual([policies(app)[0]]);
      expect(response.headers()).toMatchObject({
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'cross-origin',
      });
      expect(response.headers()).not.toHaveProperty('cross-origin-opener-policy');
    }
    const helper = await request.get('embed.module.js');
    expect(helper.headers()).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript; charset=utf-8',
    });
  },
);

test(
  'the tokenizer comes as WebAssembly and is compiled while it comes',
  { tag: '@web-16' },
  async ({ page }) => {
    const app = new App(page);
    const binary = page.waitForResponse(/\.wasm$/);
    await app.open();
    const response = await binary;
    expect(response.headers()['content-type']).toBe('application/wasm');
    const compiled = await page.evaluate(async (url) => {
      const module = await WebAssembly.compileStreaming(fetch(url));
      return module instanceof WebAssembly.Module;
    }, response.url());
    expect(compiled).toBe(true);
  },
);

test(
  'all that a report goes through leaves nothing with the server',
  { tag: ['@web-14', '@web-15', '@web-17'] },
  async ({ browser, baseURL }) => {
    const secret = 'Confidential-Prototype';
    const content = invalid.replace('Small', `${secret}-content`);
    const listener = await listenTo(baseURL ?? '');
    const site = await HostSite.start();
    const context = await browser.newContext({ acceptDownloads: true });
    const troubles: string[] = [];
    const own = [new URL(listener.url).origin, site.origin];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!own.includes(origin) && !['blob:', 'data:'].includes(protocol)) {
        troubles.push(request.url());
      }
    });
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) troubles.push(message.text());
    });
    context.on('page', (page) => page.on('websocket', (socket) => troubles.push(socket.url())));
    const page = await context.newPage();
    const app = new App(page);

    await page.goto(listener.url);
    await app.drop([{ name: `${secret}.xosc`, content }]);
    await page.keyboard.press('n');
    await expect(app.source.locator('.cm-content')).toContainText(secret);
    await page.keyboard.press('x');
    await expect(app.explanation).toBeVisible();

    // Shared as a link and as files of every form, and opened again from the link.
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog', { name: 'Share and save' });
    const field = dialog.getByLabel('Link to the report');
    await expect(field).not.toHaveValue('');
    const link = await field.inputValue();
    const saves = dialog.getByRole('button', { name: /^Save/ });
    expect(await saves.count()).toBeGreaterThan(2);
    for (const save of await saves.all()) {
      const download = page.waitForEvent('download');
      await save.click();
      expect((await download).url()).toMatch(/^blob:/);
    }
    await page.goto('about:blank');
    await page.goto(link);
    await expect(app.verdict).toContainText(secret);

    const code = `<script src="${listener.url}embed.js"></script><div id="here"></div><script>
    Scrutineer.embed(document.getElementById('here'), {
      file: { name: '${secret}.xosc', bytes: ${JSON.stringify(content)} },
    });
  </script>`;
    await page.goto(site.put('/', code));
    await expect(
      page.frameLocator('iframe').getByRole('region', { name: 'Verdict' }),
    ).toContainText('Invalid');

    const sent = listener.heard();
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(sent.filter((one) => one.includes(secret))).toEqual([]);
    // Pages of the app do not tell where they are, nor any page what its address has behind `#`.
    expect(sent.filter((one) => one.includes(`Referer\n${listener.url}`))).toEqual([]);
    const fragment = link.slice(link.indexOf('#') + 1);
    expect(fragment.length).toBeGreaterThan(100);
    expect(sent.filter((one) => one.includes('#') || one.includes(fragment))).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
    await site.close();
    await listener.close();
  },
);

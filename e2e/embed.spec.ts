import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { App } from './app';
import { invalid, valid, withMistakes } from './documents';
import { test, type HostSite } from './hostSite';
import { expect } from './test';

/** A message of the viewer, as the page around received it. */
interface Heard {
  origin: string;
  at: number;
  type: string;
  id: unknown;
  [field: string]: unknown;
}

declare global {
  interface Window {
    heard: Heard[];
    say(message: object): void;
  }
}

/** What a page needs to speak with the viewer by itself, without the helper. */
const speaking = (app: string): string => `<script>
  window.heard = [];
  addEventListener('message', ({ origin, data }) => {
    if (data && data.scrutineer) heard.push({ ...data, origin, at: performance.now() });
  });
  window.say = (message) => {
    const [frame] = document.getElementsByTagName('iframe');
    frame.contentWindow.postMessage({ scrutineer: 1, ...message }, ${JSON.stringify(new URL(app).origin)});
  };
</script>`;

/** A page with the viewer in a frame, to be spoken with by hand. */
async function openFramed(
  page: Page,
  site: HostSite,
  app: string,
  { attributes = '', headers = {} }: { attributes?: string; headers?: Record<string, string> } = {},
): Promise<FrameLocator> {
  const frame = `<iframe src="${app}embed.html" title="Viewer" style="width:100%;height:600px" ${attributes}></iframe>`;
  await page.goto(site.put('/', speaking(app) + frame, headers));
  return page.frameLocator('iframe');
}

async function heard(page: Page, type: string): Promise<Heard[]> {
  return page.evaluate((wanted) => window.heard.filter((one) => one.type === wanted), type);
}

async function hear(page: Page, type: string, id: unknown): Promise<Heard> {
  await expect
    .poll(async () => (await heard(page, type)).filter((one) => one.id === id).length)
    .toBe(1);
  const found = (await heard(page, type)).find((one) => one.id === id);
  if (!found) throw new Error(`${type} was not heard`);
  return found;
}

/** Has the page post a file as bytes of one kind or another. */
async function post(
  page: Page,
  id: unknown,
  text: string,
  as: 'ArrayBuffer' | 'Uint8Array' = 'Uint8Array',
): Promise<void> {
  await page.evaluate(
    ([id, text, as]) => {
      const array = new TextEncoder().encode(text);
      const bytes = as === 'ArrayBuffer' ? array.buffer : array;
      window.say({ type: 'open', id, file: { name: 'scenario.xosc', bytes } });
    },
    [id, text, as] as const,
  );
}

test(
  'the app refuses frames, the viewer does not',
  { tag: '@web-24' },
  async ({ page, site, baseURL, troubles }) => {
    const app = baseURL ?? '';
    await page.goto(
      site.put('/', `<iframe src="${app}"></iframe><iframe src="${app}embed"></iframe>`),
    );
    const viewer = page.locator('iframe').last().contentFrame();
    await expect(viewer.getByText('Waiting for the page around')).toBeVisible();
    await expect.poll(() => troubles.length).toBeGreaterThan(0);
    expect(troubles.join('\n')).toContain("frame-ancestors 'none'");
    troubles.length = 0;
    const [, refused] = page.frames();
    expect(refused?.url()).not.toContain(new URL(app).origin);
  },
);

test(
  'a ping that comes before the viewer has started is answered once',
  { tag: '@web-25' },
  async ({ page, site, baseURL }) => {
    const app = baseURL ?? '';
    await page.route('**/assets/embed-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await route.continue();
    });
    const pinging = `<script>
    const frame = document.getElementsByTagName('iframe')[0];
    // Any origin may know that it was asked; before the page is there, it has none.
    const timer = setInterval(() => frame.contentWindow.postMessage({ scrutineer: 1, type: 'ping', id: 'p' }, '*'), 20);
    setTimeout(() => clearInterval(timer), 2000);
    frame.onload = () => (window.loadedAt = performance.now());
  </script>`;
    const frame = `<iframe src="${app}embed.html"></iframe>`;
    await page.goto(site.put('/', speaking(app) + frame + pinging));
    const pong = await hear(page, 'pong', 'p');
    expect(pong).toMatchObject({ scrutineer: 1, versions: [1], origin: new URL(app).origin });
    const loadedAt = await page.evaluate(() => (window as { loadedAt?: number }).loadedAt ?? NaN);
    expect(pong.at - loadedAt).toBeLessThan(250);
    // Another one would have come with it.
    await page.evaluate(() => {
      window.say({ type: 'ping', id: 'later' });
    });
    await hear(page, 'pong', 'later');
    expect(await heard(page, 'pong')).toHaveLength(2);
  },
);

test(
  'bytes that are posted are checked, whatever they come in; the next take their place',
  { tag: '@web-26' },
  async ({ page, site, baseURL }) => {
    const viewer = await openFramed(page, site, baseURL ?? '');
    await expect(viewer.getByText('Waiting for the page around')).toBeVisible();
    await post(page, 'first', invalid, 'ArrayBuffer');
    const first = await hear(page, 'findings', 'first');
    expect(first).toMatchObject({
      summary: '1 error',
      counts: { error: 1 },
      files: [{ path: 'scenario.xosc', verdict: 'invalid', omitted: 0 }],
      tool: { name: 'Scrutineer' },
    });
    expect(first['findings']).toMatchObject([{ code: 'unknown-element', span: { line: 5 } }]);
    await expect(viewer.getByRole('region', { name: 'Verdict' })).toContainText('Invalid');

    await post(page, 2, valid, 'Uint8Array');
    expect(await hear(page, 'findings', 2)).toMatchObject({ summary: 'No findings', findings: [] });
    await expect(viewer.getByRole('region', { name: 'Verdict' })).toContainText('Valid');
    await expect(viewer.getByRole('tree', { name: 'Findings' })).toHaveCount(0);
  },
);

test('what was asked for and replaced before it was done is told so', async ({
  page,
  site,
  baseURL,
}) => {
  await openFramed(page, site, baseURL ?? '');
  await page.evaluate(() => {
    window.say({ type: 'ping', id: 0 });
  });
  await hear(page, 'pong', 0);
  await page.evaluate((text) => {
    for (const id of [1, 2]) {
      window.say({ type: 'open', id, file: { name: 'a.xosc', bytes: new Blob([text]) } });
    }
  }, invalid);
  await hear(page, 'findings', 2);
  expect(await hear(page, 'error', 1)).toMatchObject({ code: 'replaced' });
  expect(await heard(page, 'findings')).toHaveLength(1);
});

test('findings are chosen from either side, and the theme from outside', async ({
  page,
  site,
  baseURL,
}) => {
  const viewer = await openFramed(page, site, baseURL ?? '');
  await post(page, 1, withMistakes(3));
  await hear(page, 'findings', 1);
  await page.evaluate(() => {
    window.say({ type: 'select', id: 's', index: 4 });
  });
  const current = viewer.getByRole('treeitem', { selected: true });
  await expect(current).toBeVisible();
  expect(await heard(page, 'select')).toEqual([]);
  await viewer.getByRole('tree', { name: 'Findings' }).focus();
  await page.keyboard.press('p');
  await expect.poll(() => heard(page, 'select')).toMatchObject([{ id: 1, index: 3 }]);
  await page.evaluate(() => {
    window.say({ type: 'select', id: 'none', index: 99 });
  });
  expect(await hear(page, 'error', 'none')).toMatchObject({ code: 'no-such-finding' });

  await page.evaluate(() => {
    window.say({ type: 'theme', id: 't', theme: 'dark' });
  });
  await expect(viewer.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => {
    window.say({ type: 'theme', id: 'u', theme: 'purple' });
  });
  expect(await hear(page, 'error', 'u')).toMatchObject({ code: 'bad-message' });
});

test('nothing in the viewer opens, changes or sets anything', async ({ page, site, baseURL }) => {
  const viewer = await openFramed(page, site, baseURL ?? '');
  await post(page, 1, invalid);
  await hear(page, 'findings', 1);
  await viewer.getByRole('tree', { name: 'Findings' }).focus();
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  await expect(viewer.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await expect(viewer.locator('input[type=file]')).toHaveCount(0);
  await expect(
    viewer.getByRole('button', { name: /check again|remove|settings|open (files|folder)|paste/i }),
  ).toHaveCount(0);
  await expect(viewer.getByText('Report it as')).toHaveCount(0);
  for (const key of [',', 'o', 'm', 'r']) await page.keyboard.press(key);
  await expect(viewer.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(viewer.getByRole('dialog', { name: 'Keys and signs' })).toBeVisible();
});

test(
  'nobody but the page around is listened to',
  { tag: '@web-27' },
  async ({ page, site, baseURL }) => {
    const app = baseURL ?? '';
    const stranger = site.put(
      '/stranger.html',
      `<!doctype html><link rel="icon" href="data:,"><script>
      addEventListener('message', () => {
        parent.frames[0].postMessage({ scrutineer: 1, type: 'ping', id: 'x' }, '*');
        parent.frames[0].postMessage({ scrutineer: 1, type: 'theme', id: 'x', theme: 'dark' }, '*');
        parent.postMessage('said', '*');
      });
      addEventListener('message', ({ data }) => data.scrutineer && parent.postMessage('answered', '*'));
    </script>`,
    );
    const frames = `<iframe src="${app}embed.html"></iframe><iframe src="${stranger}"></iframe>
    <script>
      window.answers = [];
      addEventListener('message', ({ data }) => answers.push(data));
    </script>`;
    await page.goto(site.put('/', speaking(app) + frames));
    const viewer = page.locator('iframe').first().contentFrame();
    await expect(viewer.getByText('Waiting for the page around')).toBeVisible();
    await page.evaluate(() => {
      window.frames[1]?.postMessage('speak', '*');
    });
    await expect.poll(() => page.evaluate('answers.includes("said")')).toBe(true);
    // Messages come in the order they were sent: this one comes after the stranger’s.
    await page.evaluate(() => {
      window.say({ type: 'ping', id: 'mine' });
    });
    await hear(page, 'pong', 'mine');
    expect(await heard(page, 'pong')).toHaveLength(1);
    await expect(viewer.locator('html')).not.toHaveAttribute('data-theme');
    expect(await page.evaluate('answers.includes("answered")')).toBe(false);
  },
);

test(
  'a page without an origin is not answered, and its reader is told why',
  { tag: '@web-31' },
  async ({ page, site, baseURL }) => {
    const app = baseURL ?? '';
    const inner = `${speaking(app)}<iframe src="${app}embed.html" width="800" height="400"></iframe>`;
    const data = `data:text/html,${encodeURIComponent(inner)}`;
    await page.goto(site.put('/', `<iframe src="${data}" width="900" height="500"></iframe>`));
    const host = page.frames()[1];
    await host?.waitForLoadState();
    const viewer = page.frameLocator('iframe').frameLocator('iframe');
    await host?.evaluate(() => {
      window.say({ type: 'ping', id: 1 });
    });
    await expect(viewer.getByText(/sandbox/)).toBeVisible();
    expect(await host?.evaluate(() => window.heard)).toEqual([]);
  },
);

test(
  'with the sandbox that is asked for it works; with a narrower one it says what is missing',
  { tag: '@web-28' },
  async ({ page, site, baseURL, troubles }) => {
    const app = baseURL ?? '';
    await openFramed(page, site, app, {
      attributes: 'sandbox="allow-scripts allow-same-origin"',
    });
    await post(page, 1, invalid);
    await hear(page, 'findings', 1);
    expect(troubles).toEqual([]);

    const viewer = await openFramed(page, site, app, { attributes: 'sandbox="allow-scripts"' });
    await expect(viewer.getByRole('alert')).toContainText('does not let it start');
    await expect(viewer.getByRole('alert')).toContainText(
      'sandbox="allow-scripts allow-same-origin"',
    );
    // The browser says the same on the console, for each part that it did not load.
    expect(troubles.filter((trouble) => !/CORS policy|ERR_FAILED/.test(trouble))).toEqual([]);
    troubles.length = 0;
  },
);

test(
  'without storage and service workers it works, and says nothing of it',
  { tag: '@web-29' },
  async ({ page, site, baseURL }) => {
    await page.addInitScript(() => {
      const denied = (): never => {
        throw new DOMException('Denied', 'SecurityError');
      };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, { get: denied });
      }
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: denied });
    });
    const viewer = await openFramed(page, site, baseURL ?? '');
    await post(page, 1, invalid);
    await hear(page, 'findings', 1);
    await expect(viewer.getByRole('region', { name: 'Verdict' })).toContainText('Invalid');
    await expect(viewer.getByRole('button', { name: 'Dismiss this notice' })).toHaveCount(0);
  },
);

test(
  'it works in a page that is cross-origin isolated, without being so itself',
  { tag: '@web-30' },
  async ({ page, site, baseURL }) => {
    await openFramed(page, site, baseURL ?? '', {
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    });
    await post(page, 1, invalid);
    await hear(page, 'findings', 1);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const [, viewer] = page.frames();
    expect(await viewer?.evaluate(() => crossOriginIsolated)).toBe(false);
  },
);

test('what the app gives to embed a report shows that report elsewhere', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.open();
  await app.drop([{ name: 'a "quoted" <name>.xosc', content: withMistakes(4) }]);
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Embed…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed the report' });
  await dialog.getByLabel('Theme').selectOption('dark');
  await dialog.getByLabel('Height in pixels').fill('600');
  await expect(dialog).toContainText('All 8 findings');
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('region', { name: 'Verdict' })).toContainText('4 errors');
  await dialog.getByRole('button', { name: 'Copy HTML' }).click();
  await expect(dialog).toContainText('Copied');
  const snippet = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto(site.put('/', snippet));
  const viewer = page.frameLocator('iframe');
  const verdict = viewer.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('a "quoted" <name>.xosc');
  await expect(verdict).toContainText('4 errors, 4 warnings');
  await expect(viewer.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await page.locator('iframe').boundingBox())?.height).toBe(600);
  const opening = context.waitForEvent('page');
  await viewer.getByRole('link', { name: 'Open in Scrutineer' }).click();
  const opened = new App(await opening);
  await expect(opened.verdict).toContainText('4 errors, 4 warnings');
  await expect(opened.page.getByRole('button', { name: 'Open files' })).toBeVisible();
});

test('a saved report is shown as it came', async ({ page, site, baseURL }) => {
  const viewer = await openFramed(page, site, baseURL ?? '');
  const line = {
    path: 'made-elsewhere.xosc',
    format: null,
    version: '1.2',
    kind: 'scenario',
    verdict: 'valid',
    counts: { critical: 0, error: 0, warning: 0, info: 0 },
    findings: [],
    ms: 1,
  };
  await page.evaluate((report) => {
    window.say({ type: 'open', id: 1, report: `${JSON.stringify(report)}\n` });
  }, line);
  expect(await hear(page, 'findings', 1)).toMatchObject({
    files: [{ path: 'made-elsewhere.xosc', verdict: 'valid' }],
  });
  await expect(viewer.getByRole('region', { name: 'Verdict' })).toContainText(
    'made-elsewhere.xosc',
  );

  await page.evaluate(() => {
    window.say({ type: 'open', id: 2, link: '#r1.nonsense' });
  });
  expect(await hear(page, 'error', 2)).toMatchObject({ code: 'unreadable' });
  await expect(viewer.getByRole('alert')).toContainText('Nothing can be shown');
});

for (const theme of ['light', 'dark'] as const) {
  test(
    `axe finds nothing serious in the viewer, ${theme}`,
    { tag: '@web-40' },
    async ({ page, site, baseURL }) => {
      const viewer = await openFramed(page, site, baseURL ?? '');
      await post(page, 1, withMistakes(2));
      await hear(page, 'findings', 1);
      await page.evaluate((wanted) => {
        window.say({ type: 'theme', id: 2, theme: wanted });
      }, theme);
      await expect(viewer.locator('html')).toHaveAttribute('data-theme', theme);
      const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );
}

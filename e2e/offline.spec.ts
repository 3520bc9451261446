import type { Page } from '@playwright/test';
import { wholeFileSpan, type Finding } from '../src/findings/finding';
import { linkFor } from '../src/findings/link/linkFor';
import { bareReport } from '../src/findings/report';
import { reportDocument } from '../src/findings/reportDocument';
import { App } from './app';
import { invalid, senseless, valid } from './documents';
import { secondVersion, Site } from './site';
import { expect, test as base } from './test';

/** A test against a copy of the app of its own, with service workers. */
const test = base.extend<{ below: string; site: Site; app: App }>({
  serviceWorkers: 'allow',
  below: ['', { option: true }],
  site: async ({ below }, use) => {
    const site = await Site.open(below);
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
  app: async ({ page }, use) => {
    await use(new App(page));
  },
});

async function openReady(app: App): Promise<void> {
  await app.open();
  await expect(app.page.getByText('Ready to work offline.')).toBeVisible();
}

/** Everything that is said of the findings, as text. */
async function told(app: App): Promise<string> {
  await expect(app.findings.getByRole('treeitem').first()).toBeVisible();
  return app.findings.innerText();
}

/** The build that the help names; closes the help again. */
async function version(page: Page): Promise<string> {
  await page.keyboard.press('?');
  const line = await page
    .getByRole('dialog')
    .getByText(/^Scrutineer \d/)
    .innerText();
  await page.keyboard.press('Escape');
  return /Scrutineer (\S+)\. /.exec(line)?.[1] ?? line;
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

const newVersion = (page: Page) => page.getByRole('status', { name: 'New version' });
const reload = (page: Page) => newVersion(page).getByRole('button', { name: 'Reload to use it' });

for (const below of ['', 'some/folder/app/']) {
  test.describe(below === '' ? 'at the root of a server' : 'below a folder of a server', () => {
    test.use({ below });

    test(
      'the second visit needs no network',
      { tag: ['@web-1', '@web-2', '@web-3'] },
      async ({ app, page, site, context }) => {
        await openReady(app);
        const scopes = await page.evaluate(async () =>
          (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
        );
        expect(scopes).toEqual([site.url]);
        await app.drop([{ name: 'wrong.xosc', content: invalid }]);
        const online = await told(app);

        site.cut();
        await context.setOffline(true);
        const failed: string[] = [];
        page.on('requestfailed', (request) => failed.push(request.url()));
        await page.reload();
        await expect(app.samples).toHaveCount(6);
        await app.drop([{ name: 'wrong.xosc', content: invalid }]);
        expect(await told(app)).toBe(online);
        expect(failed).toEqual([]);
      },
    );
  });
}

test(
  'a link opens its report without a network',
  { tag: '@web-4' },
  async ({ app, page, site, context }) => {
    const finding: Finding = {
      rule: 'test:1.0.0:a.rule',
      code: 'a-code',
      level: 'structure',
      severity: 'error',
      message: 'This came in a link.',
      path: 'sent.xosc',
      span: wholeFileSpan,
    };
    const tool = { name: 'Scrutineer', version: '0.1.0' };
    const { url } = await linkFor(
      reportDocument(tool, [bareReport('sent.xosc', 'invalid', [finding])], []),
      { base: site.url, budget: 1900, excerpts: false, folders: false },
      [],
      new AbortController().signal,
    );
    await openReady(app);
    await page.goto('about:blank');
    site.cut();
    await context.setOffline(true);
    await page.goto(url);
    await expect(app.findings).toContainText('This came in a link.');
    expect(site.requests.join('\n')).not.toContain('#');
  },
);

test('everything works on the first visit already, once the network is gone', async ({
  app,
  page,
  site,
  context,
}) => {
  await openReady(app);
  site.cut();
  await context.setOffline(true);
  await app.openSample('Misspelt names');
  await expect(app.source.locator('.cm-content')).toBeVisible();
  await app.drop([{ name: 'senseless.xosc', content: senseless }]);
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  await expect(app.explanation).toBeVisible();
  await page.keyboard.press('e');
  await expect(app.outline).toBeVisible();
  for (const key of [',', 'm', 'g', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test(
  'neither names nor content of files reach the server',
  { tag: ['@web-14', '@web-17'] },
  async ({ app, page, site }) => {
    await openReady(app);
    await app.drop([{ name: 'confidential-name.xosc', content: invalid }]);
    await page.keyboard.press('n');
    await page.reload();
    await expect(app.samples).toHaveCount(6);
    expect(site.requests.join('\n')).not.toContain('confidential');
    expect(site.requests.filter((line) => !line.startsWith('GET '))).toEqual([]);
  },
);

test(
  'a new version is taken when a person says so, and what is open stays open',
  { tag: ['@web-6', '@web-7', '@web-12'] },
  async ({ app, page, site }) => {
    await openReady(app);
    const first = await version(page);
    expect(first).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{7}$/);
    await page.evaluate(() => caches.open('somebody-else'));

    site.deploySecond();
    let loads = 0;
    page.on('load', () => loads++);
    await page.reload();
    await expect(newVersion(page)).toContainText('A new version is ready.');
    await app.drop([
      { name: 'wrong.xosc', content: invalid },
      { name: 'right.xosc', content: valid },
    ]);
    await page.keyboard.press('n');
    await expect(app.current).toContainText('RoadNetwrk');
    await page.keyboard.press('e');
    expect(await version(page)).toBe(first);
    expect(loads).toBe(1);

    await reload(page).click();
    await expect(newVersion(page)).toBeEmpty();
    await app.finished();
    expect(await version(page)).toBe(secondVersion);
    await expect(app.files.getByRole('row')).toHaveCount(3);
    await expect(app.current).toContainText('RoadNetwrk');
    await expect(app.outline).toBeVisible();
    expect(loads).toBe(2);

    // Of the first version nothing is left; what others keep at the same origin stays.
    const kept = await page.evaluate(async () => {
      const all = await caches.keys();
      const own = await Promise.all(
        all.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return { all, urls: own.flat() };
    });
    expect(kept.all).toHaveLength(2);
    expect(kept.all).toContain('somebody-else');
    expect(kept.urls.length).toBeGreaterThan(20);
    expect(kept.urls.filter((url) => url.includes('/assets/'))).toEqual([]);

    // It was kept for one reload only.
    await page.reload();
    await expect(app.samples).toHaveCount(6);
  },
);

test('another window is told, and left alone', async ({ app, page, site, context }) => {
  await openReady(app);
  const other = new App(await context.newPage());
  await other.open();
  await other.drop([{ name: 'wrong.xosc', content: invalid }]);
  let loads = 0;
  other.page.on('load', () => loads++);

  site.deploySecond();
  await page.reload();
  await reload(page).click();
  await expect(newVersion(page)).toBeEmpty();
  expect(await version(page)).toBe(secondVersion);

  await expect(newVersion(other.page)).toContainText('in another window');
  expect(loads).toBe(0);
  await expect(other.word).toHaveText(/^invalid$/i);
  await reload(other.page).click();
  await expect(newVersion(other.page)).toBeEmpty();
  await other.finished();
  await expect(other.word).toHaveText(/^invalid$/i);
  expect(await version(other.page)).toBe(secondVersion);
});

test('what cannot be kept is not lost without a word', async ({ app, page, site }) => {
  await openReady(app);
  site.deploySecond();
  await page.reload();
  await app.drop([{ name: 'wrong.xosc', content: invalid }]);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await reload(page).click();
  await expect(newVersion(page)).toContainText('What is open here cannot be kept over the reload');
  await expect(app.word).toHaveText(/^invalid$/i);
  await newVersion(page).getByRole('button', { name: 'Reload without it' }).click();
  await expect(app.samples).toHaveCount(6);
  expect(await version(page)).toBe(secondVersion);
});

test('?sw=off removes it, and the app works', { tag: '@web-13' }, async ({ app, page, site }) => {
  await openReady(app);
  await page.evaluate(() => caches.open('somebody-else'));
  await page.goto('./?sw=off');
  await expect(page.getByText(/kept for use without a network has been removed/)).toBeVisible();
  const left = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    ...(await caches.keys()),
  ]);
  expect(left).toEqual([0, 'somebody-else']);
  // The page itself came from the server, in case that what was kept is broken.
  expect(site.requests).toContain('GET /?sw=off');
  await app.drop([{ name: 'wrong.xosc', content: invalid }]);
  await expect(app.word).toHaveText(/^invalid$/i);
});

test('an operator can withdraw it', async ({ app, page, site }) => {
  await openReady(app);
  site.withdraw();
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  expect(await cacheNames(page)).toEqual([]);
  await app.open();
  await expect(page.getByText('Ready to work offline.')).toHaveCount(0);
  await app.drop([{ name: 'wrong.xosc', content: invalid }]);
  await expect(app.word).toHaveText(/^invalid$/i);
});

test(
  'the app can be installed, and says what it opens',
  { tag: ['@web-8', '@web-9'] },
  async ({ app, page, request, site }) => {
    await app.open();
    const link = page.locator('link[rel="manifest"]');
    const address = new URL((await link.getAttribute('href')) ?? '', site.url).href;
    const answer = await request.get(address);
    expect(answer.headers()['content-type']).toBe('application/manifest+json');
    const manifest = (await answer.json()) as {
      name: string;
      id: string;
      display: string;
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
      file_handlers: { action: string; accept: Record<string, string[]> }[];
    };
    expect(manifest).toMatchObject({ name: 'Scrutineer', display: 'standalone' });
    expect(new URL(manifest.start_url, address).href).toBe(site.url);
    expect(new URL(manifest.scope, address).href).toBe(site.url);
    const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(drawn.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, type, sizes } of drawn) {
      const icon = await request.get(new URL(src, address).href);
      expect(icon.status()).toBe(200);
      expect(icon.headers()['content-type']).toBe(type);
      // The header of a PNG holds width and height as big-endian integers from byte 16 on.
      const bytes = await icon.body();
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
    const opened = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
    expect(opened).toEqual(expect.arrayContaining(['.xosc', '.xodr', '.zip']));
    for (const { action } of manifest.file_handlers) {
      expect((await request.get(new URL(action, address).href)).status()).toBe(200);
    }
    // Chromium's own judgement; that tests run in a private window is no fault of the app.
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  },
);

test(
  'files that the system opens it with are opened',
  { tag: '@web-10' },
  async ({ app, page }) => {
    await page.addInitScript(
      (contents) => {
        const handles = Object.entries(contents).map(([name, text]) => ({
          kind: 'file',
          name,
          getFile: () =>
            name === 'gone.xosc'
              ? Promise.reject(new DOMException('gone', 'NotFoundError'))
              : Promise.resolve(new File([text], name)),
        }));
        Object.defineProperty(window, 'launchQueue', {
          value: {
            setConsumer(take: (launch: object) => void) {
              take({});
              setTimeout(() => take({ files: handles }));
            },
          },
        });
      },
      { 'wrong.xosc': invalid, 'right.xosc': valid, 'gone.xosc': '' },
    );
    await page.goto('./');
    await app.finished();
    await expect(app.files.getByRole('row')).toHaveCount(4);
    await expect(app.findings).toContainText('RoadNetwrk');
    await expect(app.findings).toContainText('The file could not be read.');
  },
);

test(
  'files that are shared with it are opened once',
  { tag: '@web-11' },
  async ({ app, page, site }) => {
    await openReady(app);
    // As the system posts it: from nowhere, with the app's own policy on forms out of the way.
    await page.goto(
      `data:text/html,<form method="post" enctype="multipart/form-data" action="${site.url}share"><input type="file" name="files"><button>Share</button></form>`,
    );
    await page
      .locator('input')
      .setInputFiles({ name: 'shared.xosc', mimeType: 'text/xml', buffer: Buffer.from(invalid) });
    await page.getByRole('button', { name: 'Share' }).click();
    await app.finished();
    await expect(app.word).toHaveText(/^invalid$/i);
    await expect(page).toHaveURL(site.url);
    await page.reload();
    await expect(app.samples).toHaveCount(6);
    expect(site.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
  },
);

const refusals: [what: string, refuse: () => void][] = [
  [
    'there is none',
    () => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
    },
  ],
  [
    'asking for it is refused, as in a sandbox',
    () => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    },
  ],
  [
    'registering is refused, as in frames of other sites',
    () => {
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('Denied', 'NotSupportedError'));
    },
  ],
];

for (const [what, refuse] of refusals) {
  test(`the app works where ${what}`, { tag: '@web-5' }, async ({ app, page }) => {
    await page.addInitScript(refuse);
    await app.open();
    await app.drop([{ name: 'wrong.xosc', content: invalid }]);
    await expect(app.word).toHaveText(/^invalid$/i);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('it needs a network to be opened');
  });
}

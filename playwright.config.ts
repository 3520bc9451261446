import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/lib/browser.mjs';

const executablePath = await findBrowser();

/** Tests of the built app in Chromium, one at a time: some of them measure. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/serve.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    // Screenshots go into the documentation: they must not depend on where they are made.
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What is tested of the app must hold without a service worker; with one: offline.spec.ts.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { args: browserArgs, ...(executablePath === null ? {} : { executablePath }) },
  },
});

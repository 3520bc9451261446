import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { addressVariable } from './serve';

export { expect };

declare global {
  interface Window {
    reportViolation?: (violation: string) => void;
  }
}

interface Fixtures {
  /** Origins of pages around the app, where a test has some. */
  others: string[];
  /** What went wrong while the test ran. Every test ends by finding it empty. */
  troubles: string[];
}

/**
 * A test against the built app. It fails, whatever else it looks at, when anything is said on the
 * console as an error or a warning, when an error is not caught, when the content security policy
 * is violated, and when a request goes to any other server.
 */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of fixtures here; none is needed.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => {
    const address = process.env[addressVariable];
    if (address === undefined) throw new Error('The app is not being served.');
    await use(address);
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  others: async ({}, use) => {
    await use([]);
  },
  troubles: [
    async ({ context, baseURL, others }, use) => {
      const troubles: string[] = [];
      await watch(context, [new URL(baseURL ?? '').origin, ...others], troubles);
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

async function watch(
  context: BrowserContext,
  origins: readonly string[],
  troubles: string[],
): Promise<void> {
  context.on('console', (message) => {
    const trouble = troubleIn(message);
    if (trouble !== null) troubles.push(trouble);
  });
  context.on('weberror', (event) => {
    const error = event.error();
    troubles.push(`not caught: ${error.stack ?? error.message}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.protocol === 'blob:' || url.protocol === 'data:';
    if (!origins.includes(url.origin) && !local) troubles.push(`left the origin: ${request.url()}`);
  });
  context.on('page', (page: Page) => {
    page.on('websocket', (socket) => troubles.push(`opened a socket: ${socket.url()}`));
    page.on('crash', () => troubles.push('the page crashed'));
  });
  await context.exposeBinding('reportViolation', (_, violation: string) => {
    troubles.push(`content security policy: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation?.(`${event.effectiveDirective} forbids ${event.blockedURI}`);
    });
  });
}

/** Said by Playwright itself where tests do without service workers. */
const blocked = 'Service Worker registration blocked by Playwright';

function troubleIn(message: ConsoleMessage): string | null {
  const type = message.type();
  if (type !== 'error' && type !== 'warning') return null;
  if (message.text() === blocked) return null;
  return `${type} on the console: ${message.text()} (${message.location().url})`;
}

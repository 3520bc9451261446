import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './test';

/** A page of another site: what is in its body, and the headers that it comes with. */
export interface HostPage {
  body: string;
  headers?: Record<string, string>;
}

/** Browsers ask for an icon unless they are told that there is none. */
const head = '<!doctype html><title>Host</title><link rel="icon" href="data:,">';

/**
 * A site around the app: `127.0.0.1` is another site than `localhost`, where the app is. Pages are
 * served as they were put there last; `/file/NAME` gives what was put as a file.
 */
export class HostSite {
  readonly origin: string;
  readonly close: () => Promise<void>;
  readonly #pages: Map<string, HostPage>;

  private constructor(origin: string, pages: Map<string, HostPage>, close: () => Promise<void>) {
    this.origin = origin;
    this.#pages = pages;
    this.close = close;
  }

  static async start(): Promise<HostSite> {
    const pages = new Map<string, HostPage>();
    const server = createServer((request, response) => {
      const page = pages.get(request.url ?? '');
      response.writeHead(page ? 200 : 404, {
        'Content-Type': 'text/html; charset=utf-8',
        ...page?.headers,
      });
      response.end(page?.body ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new HostSite(`http://127.0.0.1:${port}`, pages, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
  }

  /** Puts a page (or anything else) at a path and gives its address. */
  put(path: string, body: string, headers: Record<string, string> = {}): string {
    const document = path.includes('.') ? body : `${head}${body}`;
    this.#pages.set(path, { body: document, headers });
    return this.origin + path;
  }
}

/** A test with another site around the app. */
export const test = base.extend<{ site: HostSite }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here
  site: async ({}, use) => {
    const site = await HostSite.start();
    await use(site);
    await site.close();
  },
  others: async ({ site }, use) => {
    await use([site.origin]);
  },
});

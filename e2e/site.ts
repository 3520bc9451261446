import { createHash } from 'node:crypto';
import {
  cpSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { products, root } from '../scripts/lib/project.mjs';
import { serveFolder, type Running } from '../scripts/lib/server.mjs';

const built = join(root, products.app.output);

/** What version the second deployment calls itself. */
export const secondVersion = '0.1.0+second1';

/**
 * The built app on a server of its own, somewhere below its root: what it is asked for can be looked
 * at, it can be cut off, and another version can be put in the place of the first.
 */
export class Site {
  /** Address of the app's folder. */
  readonly url: string;
  /** Every request that came: method and path. */
  readonly requests: string[] = [];
  #down = false;
  readonly #folder: string;
  readonly #app: string;
  readonly #front: Server;
  readonly #back: Running;

  private constructor(folder: string, app: string, below: string, back: Running) {
    this.#folder = folder;
    this.#app = app;
    this.#back = back;
    this.#front = createServer((incoming, outgoing) => {
      this.requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
      if (this.#down) {
        incoming.socket.destroy();
        return;
      }
      const { method, headers, url } = incoming;
      const passed = request(new URL(url ?? '/', back.url), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      // A page that leaves, or the end of a test, leaves requests half done.
      passed.on('error', () => outgoing.destroy());
      incoming.pipe(passed);
    });
    this.#front.listen(0);
    this.url = `http://localhost:${(this.#front.address() as AddressInfo).port}/${below}`;
  }

  /** @param below the app's folder on the server, with a slash at its end; empty for the root */
  static async open(below = ''): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    const app = join(folder, below);
    mkdirSync(app, { recursive: true });
    cpSync(built, app, { recursive: true });
    if (below !== '') copyFileSync(join(built, '_headers'), join(folder, '_headers'));
    return new Site(folder, app, below, await serveFolder(folder, 0));
  }

  /** From now on, nobody gets an answer. */
  cut(): void {
    this.#down = true;
    this.#front.closeAllConnections();
  }

  restore(): void {
    this.#down = false;
  }

  /** Puts another version in the place of the first: all its files have other names, as after a build. */
  deploySecond(): void {
    renameSync(join(this.#app, 'assets'), join(this.#app, 'assets-2'));
    for (const name of readdirSync(this.#app, { recursive: true }) as string[]) {
      if (!/\.(js|css|html)$/.test(name)) continue;
      const file = join(this.#app, name);
      const text = readFileSync(file, 'utf8')
        .replaceAll('assets/', 'assets-2/')
        .replaceAll(/\b\d+\.\d+\.\d+\+[0-9a-f]{7}\b/g, secondVersion);
      writeFileSync(file, text);
    }
    const page = readFileSync(join(this.#app, 'index.html'));
    const hash = createHash('md5').update(page).digest('hex');
    const worker = join(this.#app, 'sw.js');
    const listed = /"revision":"[0-9a-f]{32}","url":"index.html"/;
    writeFileSync(
      worker,
      readFileSync(worker, 'utf8').replace(listed, `"revision":"${hash}","url":"index.html"`),
    );
  }

  /** Withdraws the service worker, as docs/offline.md says. */
  withdraw(): void {
    copyFileSync(join(this.#app, 'sw-withdraw.js'), join(this.#app, 'sw.js'));
  }

  async close(): Promise<void> {
    this.#front.close();
    this.#front.closeAllConnections();
    await this.#back.close();
    rmSync(this.#folder, { recursive: true });
  }
}

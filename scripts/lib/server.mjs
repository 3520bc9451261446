import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { headersFor, readHeaders } from './headers.mjs';

/** Media types of what the app consists of. */
const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.wasm', 'application/wasm'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.ts', 'text/plain; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** Addresses of this machine only: what is served here is for whoever sits at it. */
const loopback = ['127.0.0.1', '::1'];

/**
 * A running server.
 *
 * @typedef {{ url: string, close(): Promise<void> }} Running
 */

/**
 * Serves a folder of static files with the headers that its `_headers` file asks for, on the first
 * free port from the preferred one on (any free one for 0). As hosts of static sites do, it lets
 * `/page` stand for `/page.html`, and has what says nothing else asked for again before it is used.
 * Throws an Error whose message can be shown where no port is free.
 *
 * @param {string} folder
 * @param {number} preferredPort
 * @returns {Promise<Running>}
 */
export async function serveFolder(folder, preferredPort) {
  const rules = readHeaders(join(folder, '_headers'));
  /** @type {import('node:http').RequestListener} */
  const listener = (request, response) => {
    answer(folder, rules, request, response).catch((error) => {
      // A reader that leaves is no failure; anything else is said, and the connection ends.
      if (error?.code !== 'ERR_STREAM_PREMATURE_CLOSE') process.stderr.write(`${error}\n`);
      response.destroy();
    });
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = preferredPort === 0 ? 0 : preferredPort + attempt;
    const servers = await listenOn(listener, port);
    if (servers) return running(servers);
  }
  throw new Error(`No port is free between ${preferredPort} and ${preferredPort + 99}.`);
}

/**
 * @param {string} folder
 * @param {readonly import('./headers.mjs').HeaderRule[]} rules
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(folder, rules, request, response) {
  const path = pathOf(request.url ?? '/');
  const headers = { 'Cache-Control': 'no-cache', ...headersFor(rules, path ?? '/') };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, { ...headers, Allow: 'GET, HEAD' });
  }
  const file = path === null || path.endsWith('/_headers') ? null : await findPage(folder, path);
  if (file === null) return refuse(response, 404, headers);
  response.writeHead(200, {
    ...headers,
    'Content-Type': types.get(extname(file.path)) ?? 'application/octet-stream',
    'Content-Length': file.size,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 */
function refuse(response, status, headers) {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'There is no such page.\n' : 'This server only gives.\n');
}

/**
 * The path that an address asks for, or null where it cannot be read.
 *
 * @param {string} url
 * @returns {string | null}
 */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The file at a path; a page may be asked for without its ending.
 *
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<{ path: string, size: number } | null>}
 */
async function findPage(folder, path) {
  const file = await find(folder, path);
  const bare = !path.endsWith('/') && extname(path) === '';
  return file === null && bare ? find(folder, `${path}.html`) : file;
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<{ path: string, size: number } | null>}
 */
async function find(folder, path) {
  const full = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!full.startsWith(folder + sep) || path.includes('\0')) return null;
  try {
    const found = await stat(full);
    return found.isFile() ? { path: full, size: found.size } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    }
    throw error;
  }
}

/**
 * Listens on both loopback addresses, so that `localhost` is right however it is resolved.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {number} port
 * @returns {Promise<import('node:http').Server[] | null>} null where the port is taken
 */
async function listenOn(listener, port) {
  /** @type {import('node:http').Server[]} */
  const servers = [];
  for (const host of loopback) {
    const server = createServer(listener);
    const code = await listen(server, servers[0] ? portOf(servers[0]) : port, host);
    if (code === null) {
      servers.push(server);
    } else if (code === 'EADDRINUSE' || code === 'EACCES') {
      await Promise.all(servers.map(closed));
      return null;
    } else if (host === loopback[0]) {
      throw new Error(`This machine does not let a server listen on ${host} (${code}).`);
    }
    // Many machines have no IPv6; they need no second server.
  }
  return servers;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} the code of what went wrong, or null
 */
function listen(server, port, host) {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => resolve(null));
  });
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/**
 * @param {import('node:http').Server[]} servers
 * @returns {Running}
 */
function running(servers) {
  const port = servers[0] ? portOf(servers[0]) : 0;
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      await Promise.all(servers.map(closed));
    },
  };
}

/** @param {import('node:http').Server} server */
function closed(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

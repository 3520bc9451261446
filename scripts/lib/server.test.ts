import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from './server.mjs';
import { serveFolder } from './server.mjs';

const place = mkdtempSync(join(tmpdir(), 'server-'));
const folder = join(place, 'app');
let server: Running;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(place, 'secret.txt'), 'secret');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Test: yes\n');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a b.wasm'), 'wasm');
  server = await serveFolder(folder, 0);
});

afterAll(async () => {
  await server.close();
  rmSync(place, { recursive: true });
});

/** Asks for a path as it is written, which `fetch` would tidy up first. */
function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      expect(response.headers['x-test']).toBe('yes');
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('gives files with their media types, and the page for a folder', async () => {
  expect(await ask('/')).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<!doctype html>',
  });
  expect(await ask('/assets/a%20b.wasm?x=1')).toEqual({
    status: 200,
    type: 'application/wasm',
    body: 'wasm',
  });
});

test('a page needs not be named by its ending', async () => {
  expect(await ask('/index')).toMatchObject({ status: 200, body: '<!doctype html>' });
});

test('a HEAD request gets no body', async () => {
  expect(await ask('/index.html', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/absent.js',
  '/assets',
  '/assets/',
  '/_headers',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%',
  '/a%00b',
  '/index.html/more',
])('%s is not there', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404 });
});

test('nothing can be sent', async () => {
  expect(await ask('/index.html', 'POST')).toMatchObject({ status: 405 });
});

test('a port that is taken is passed over', async () => {
  const port = Number(new URL(server.url).port);
  const other = await serveFolder(folder, port);
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.close();
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './lib/project.mjs';

/*
 * The laws of the house that a machine can see to: what may be used where, and who may know whom.
 * Each of them looks at every source file that ships; tests and their helpers may do as they like.
 */

interface SourceFile {
  /** Relative to the root, with slashes. */
  path: string;
  /** As it stands. */
  text: string;
  /** Without comments, which may speak of anything; lines keep their numbers. */
  code: string;
}

const sources = ['src', 'workers', 'wasm/assembly', 'index.html', 'embed.html'].flatMap(
  readSources,
);

function readSources(path: string): SourceFile[] {
  if (/\.(ts|svelte|css|html)$/.test(path)) {
    const text = readFileSync(join(root, path), 'utf8');
    return [{ path, text, code: withoutComments(text) }];
  }
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !/\.test\.ts$|\.md$|^testing|^fixtures$/.test(name))
    .flatMap(({ name }) => readSources(`${path}/${name}`));
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1');
}

/** The places in `files` where `pattern` is found, as `path:line: text`. */
function places(
  files: readonly SourceFile[],
  pattern: RegExp,
  part: 'code' | 'text' = 'code',
): string[] {
  return files.flatMap((file) =>
    [...file[part].matchAll(new RegExp(pattern, 'g'))].map((match) => {
      const line = file[part].slice(0, match.index).split('\n').length;
      return `${file.path}:${line}: ${match[0].trim()}`;
    }),
  );
}

/** The files that are not among those, nor in one of the folders, that are allowed. */
function outside(...allowed: string[]): SourceFile[] {
  return sources.filter(
    ({ path }) => !allowed.some((place) => path === place || path.startsWith(`${place}/`)),
  );
}

describe('what may be used where', () => {
  test('the address bar belongs to url.ts', () => {
    const use =
      /(?<![.\w-])location\s*[.=[(]|\b(window|document|globalThis|self)\.location\b|\bhistory\.\w+State\b/;
    expect(places(outside('src/url.ts'), use)).toEqual([]);
  });

  test('IndexedDB belongs to store/, as all does that a browser keeps of what a person did', () => {
    const use = /\bindexedDB\b|['"]idb-keyval['"]|\b(session|local)Storage\b|\bdocument\.cookie\b/;
    expect(places(outside('src/store'), use)).toEqual([]);
  });

  test('the copy of the app is kept, and given back, in one place', () => {
    const use =
      /\bnavigator\s*\.\s*serviceWorker\b|\bServiceWorker\w*\b|(?<![.\w-])caches\s*\.|['"]workbox-/;
    expect(places(outside('workers/serviceWorker'), use)).toEqual([]);
  });

  test('messages are posted in workers/ and embed/ alone', () => {
    expect(places(outside('workers', 'src/embed'), /\bpostMessage\b/)).toEqual([]);
  });

  /** The service worker asks for the app’s files through its library, which knows no other address. */
  test('the network serves to load the app’s own files, in one place', () => {
    const use =
      /(?<![.\w#])fetch\s*\(|\b(window|globalThis|self)\.fetch\b|\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|\bsendBeacon\b/;
    // What pages of other sites load to embed the viewer fetches for them, from where they say.
    expect(places(outside('src/intake/asset.ts', 'src/embed/host'), use)).toEqual([]);
  });

  test('no page asks for anything of another server', () => {
    const load = /\b(src|href)=["'](https?:)?\/\/|@import\b|url\(\s*["']?(https?:)?\/\//;
    expect(places(sources, load)).toEqual([]);
  });

  test('no dialog of the browser’s own', () => {
    expect(places(sources, /(?<![.\w])(window\.)?(alert|confirm|prompt)\s*\(/)).toEqual([]);
  });

  test('no error is caught and dropped', () => {
    expect(places(sources, /\bcatch\s*(\([^)]*\)\s*)?\{\s*\}/)).toEqual([]);
    expect(places(sources, /\.catch\(\s*\(\w*\)\s*=>\s*\{\s*\}\s*\)/)).toEqual([]);
  });
});

describe('who may know whom', () => {
  test('no format is named outside its own folder, not even in a comment', () => {
    const formats = readdirSync(join(root, 'src/formats'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(formats).toContain('openscenario');
    for (const format of formats) {
      const own = `src/formats/${format}`;
      // The registry is where packs are listed: it names their folders, and nothing else of them.
      const name = new RegExp(`${format}|xosc`, 'i');
      const registry = places(
        sources.filter(({ path }) => path === 'src/formats/registry.ts'),
        name,
      );
      expect(registry.length, 'mentions in the registry').toBeLessThanOrEqual(1);
      expect(places(outside(own, 'src/formats/registry.ts'), name, 'text')).toEqual([]);
    }
  });

  /** What the files of a folder must not import, by a pattern of the path that they name. */
  const strangers: [folder: string, mustNotImport: RegExp, why: string][] = [
    ['src/screens', /\/workers\//, 'a view asks the session, never a worker'],
    ['src/ui', /\/(workers|session|screens|formats|engine|findings|store)\b/, 'no domain words'],
    ['src/engine', /\/(workers|session|screens|ui|store|cli)\b|svelte/, 'it runs anywhere'],
    ['src/formats', /\/(workers|session|screens|store|cli)\b/, 'a pack offers, others show'],
    ['src/schema', /\/(workers|session|screens|ui|store|cli|formats)\b|svelte/, 'it is generic'],
    ['src/text', /^\.\.|svelte/, 'it knows letters and digits, and nobody'],
    [
      'src/findings',
      // The colours of a written report are those of the app, in the same words.
      /\/(workers|session|screens|ui(?!\/tokens\.css\?raw$)|store|cli|formats)\b|svelte/,
      'it is pure',
    ],
    [
      'src/reporting',
      /\/(workers|session|screens|ui|store|cli)\b|svelte/,
      'page and command line share it',
    ],
    ['src/tape', /\/(workers|session|screens|ui|store|cli|formats)\b|svelte/, 'it is a format'],
    ['src/tree', /\/(workers|session|screens|ui|store|cli|formats)\b|svelte/, 'it is a view'],
    [
      'src/store',
      /\/(workers|session|screens|ui|cli|formats)\b|svelte/,
      'it keeps, and asks no one',
    ],
    ['src/cli', /\/(session|screens|ui|store)\b|svelte/, 'it has no browser'],
    ['workers', /\/(session|screens|ui|cli)\b|svelte/, 'the page speaks to them, not they to it'],
  ];

  test.each(strangers)('%s imports nothing of %s (%s)', (folder, mustNotImport) => {
    const inside = sources.filter(({ path }) => path.startsWith(`${folder}/`));
    const imported = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
    const wrong = inside.flatMap(({ path, code }) =>
      [...code.matchAll(imported)]
        .filter(([, named]) => mustNotImport.test(named ?? ''))
        .map(([, named]) => `${path}: ${String(named)}`),
    );
    expect(wrong).toEqual([]);
  });
});

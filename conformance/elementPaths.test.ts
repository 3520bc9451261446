import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { fileSource } from '../src/cli/gather';
import { Engine } from '../src/engine/engine';
import { tokenizerModule } from '../src/engine/testing/module';
import { fileAccess } from '../src/intake/fileAccess';
import { elementsAt } from '../src/reporting/elementsAt';

/*
 * Paths of elements on real files: to libxml2, which reads them as XPath, each stands for one element,
 * and for the right one.
 */

const corpus = join(import.meta.dirname, '../../shared/corpus');

/** Files that are looked at: one of each so many of the corpus, and elements of each. */
const everyFile = 12;
const mostElements = 200;

const engine = new Engine({ module: tokenizerModule, access: fileAccess });
const { signal } = new AbortController();

/** Offsets of start tags in a document in UTF-8, in document order. */
function tagsIn(text: string): number[] {
  const plain = text.replace(
    /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>/g,
    (part) => part.replace(/</g, '.'),
  );
  return [...plain.matchAll(/<[^/]/g)].map(({ index }) => Buffer.from(text.slice(0, index)).length);
}

describe.skipIf(!existsSync(corpus))('real files', () => {
  const lines = existsSync(corpus)
    ? readFileSync(join(corpus, 'files.jsonl'), 'utf8').trim().split('\n')
    : [];
  const files = lines
    .map((line) => JSON.parse(line) as { path: string; verdict: string })
    .filter(({ verdict }, at) => verdict !== 'malformed' && at % everyFile === 0);

  test.each(files)('$path', async ({ path }) => {
    const file = join(corpus, 'files', path);
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    if (Buffer.compare(Buffer.from(text), bytes) !== 0) return;
    const tags = tagsIn(text);
    const step = Math.ceil(tags.length / mostElements);
    const numbers = tags.map((_, at) => at).filter((at) => at % step === 0);
    const offsets = numbers.map((at) => tags[at] ?? 0);
    const source = fileSource(file, bytes.length, 'named');
    const paths = await elementsAt(engine, source, offsets, undefined, signal);
    const document = XmlDocument.fromString(text.replace(/^\ufeff/, ''), {
      option: ParseOption.XML_PARSE_HUGE,
    });
    try {
      const found = paths.map((one) => [
        document.eval(`count(${one ?? ''})`),
        document.eval(`count(${one ?? ''}/preceding::*) + count(${one ?? ''}/ancestor::*)`),
      ]);
      expect(found).toEqual(numbers.map((number) => [1, number]));
    } finally {
      document.dispose();
    }
  });
});

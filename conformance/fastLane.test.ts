import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenizerModule } from '../src/engine/testing/module';
import type { Issue } from '../src/engine/tokenizer';
import { Encoding, Status } from '../src/engine/tokenizer';
import { TokenizerShelf } from '../src/engine/tokenizerShelf';
import { pack } from '../src/formats/openscenario/pack';
import { openBatch } from '../src/tape/reader';

const shelf = new TokenizerShelf(tokenizerModule);

interface Outcome {
  status: Status;
  elements: number;
  issues: Issue[];
  records: Uint32Array[];
}

interface Way {
  version: string;
  structure: boolean;
  sizes: readonly number[];
}

function read(bytes: Uint8Array, { version, structure, sizes }: Way, fast: boolean): Outcome {
  const { tokenizer } = shelf.with(pack, version);
  tokenizer.fastLane = fast;
  try {
    tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: true, structure });
    const outcome: Outcome = { status: Status.more, elements: 0, issues: [], records: [] };
    for (let at = 0, turn = 0; outcome.status === Status.more; turn++) {
      const size = sizes[turn % sizes.length] ?? bytes.length;
      outcome.status = tokenizer.push(bytes.subarray(at, at + size), at + size >= bytes.length);
      at += size;
      outcome.issues.push(...tokenizer.takeIssues());
      outcome.records.push(openBatch(tokenizer.takeTape()).records.slice());
    }
    outcome.elements = tokenizer.elements;
    return outcome;
  } finally {
    tokenizer.fastLane = true;
  }
}

const samples = fileURLToPath(new URL('../public/samples/', import.meta.url));
const documents = readdirSync(samples).map((name) => readFileSync(join(samples, name)));

const way = fc.record({
  version: fc.constantFrom('1.0', '1.2', '1.3'),
  structure: fc.boolean(),
  sizes: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 4 }),
});

const edit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('set', 'drop', 'double', 'cut', 'move'),
  byte: fc.oneof(
    fc.constantFrom(...Array.from('<>&"\'/= \n\t\r$-0x[]!', (one) => one.charCodeAt(0))),
    fc.nat(255),
  ),
  length: fc.integer({ min: 1, max: 60 }),
});

/** A sample with a few bytes changed, or with pieces taken out or put elsewhere. */
const mutated = fc
  .tuple(fc.constantFrom(...documents), fc.array(edit, { maxLength: 3 }))
  .map(([document, edits]) => {
    let bytes = [...document];
    for (const { at, kind, byte, length } of edits) {
      const place = at % bytes.length;
      if (kind === 'set') bytes[place] = byte;
      else if (kind === 'drop') bytes.splice(place, 1);
      else if (kind === 'double') bytes.splice(place, 0, bytes[place] ?? byte);
      else {
        const piece = bytes.splice(place, length);
        if (kind === 'move') bytes.splice((at * 7) % (bytes.length + 1), 0, ...piece);
      }
      if (bytes.length === 0) bytes = [byte];
    }
    return Uint8Array.from(bytes);
  });

it('finds and writes the same with and without the fast lane', () => {
  fc.assert(
    fc.property(mutated, way, (bytes, how) => {
      expect(read(bytes, how, true)).toEqual(read(bytes, how, false));
    }),
    { numRuns: 1500 },
  );
});

it('is told from the slow way by nothing but time', () => {
  const whole = { version: '1.2', structure: true, sizes: [] };
  for (const document of documents) {
    expect(read(document, whole, true)).toEqual(read(document, whole, false));
  }
});

const corpus = fileURLToPath(new URL('../../shared/corpus/files/', import.meta.url));
const present = existsSync(corpus);
if (!present) {
  console.warn(
    '\n  # NOT CHECKED: there are no real files in ../shared/corpus to read both ways\n',
  );
}

it.skipIf(!present)('reads every real file the same both ways', () => {
  let files = 0;
  for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(xosc|xml)$/i.test(entry.name)) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const version of ['1.0', '1.3']) {
      const how = { version, structure: true, sizes: [4096] };
      expect(read(bytes, how, true)).toEqual(read(bytes, how, false));
    }
    files++;
  }
  expect(files).toBeGreaterThan(100);
});

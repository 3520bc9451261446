import { expect, it } from 'vitest';
import { loadPacks } from '../formats/registry';
import { modelOf } from '../schema/model';
import { exampleDocument } from './exampleDocument';
import { preparations } from './preparations';
import { tokenizerModule } from './testing/module';
import { Encoding, Status } from './tokenizer';
import { TokenizerShelf } from './tokenizerShelf';

const encoder = new TextEncoder();
const packs = await loadPacks();
const versions = packs.flatMap((pack) =>
  pack.schema().versions.map((version) => ({ pack, version, name: `${pack.id} ${version}` })),
);

it.each(versions)('is well-formed and nearly right: $name', ({ pack, version }) => {
  const { tokenizer, schema } = new TokenizerShelf(tokenizerModule).with(pack, version);
  for (const bytes of [500, 8_000, 40_000]) {
    const document = encoder.encode(exampleDocument(schema.model, bytes));
    expect(document.length).toBeGreaterThan(bytes);
    expect(document.length).toBeLessThan(4 * bytes + 8_000);
    tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: true });
    expect(tokenizer.push(document, true)).toBe(Status.done);
    // What only means something in its place is filled with anything.
    expect(tokenizer.takeIssues().length).toBeLessThan(tokenizer.elements * 0.2);
  }
});

it('is the same every time', () => {
  const [first] = versions;
  if (!first) throw new Error('There is no pack');
  const { pack, version } = first;
  const model = modelOf(pack.schema(), version);
  expect(exampleDocument(model, 3000)).toBe(exampleDocument(model, 3000));
});

it('leaves tokenizers as good as new', async () => {
  const shelf = new TokenizerShelf(tokenizerModule);
  for (const step of preparations(packs, shelf, () => Promise.resolve())) await step();
  for (const { pack, version } of versions) {
    const { tokenizer } = shelf.with(pack, version);
    expect(tokenizer.issueCount).toBe(0);
    tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: true, structure: true });
    expect(tokenizer.push(encoder.encode('<a><b/></a>'), true)).toBe(Status.done);
    expect(tokenizer.tapeRecords).toBe(4);
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizerModule } from '../../engine/testing/module';
import { anyDocument, written } from '../testing/documents';
import { writeXqar } from '../writers/xqar';
import type { ReadContext } from './reader';
import { readXqar } from './xqar';

const context: ReadContext = { tokenizer: () => Promise.resolve(tokenizerModule) };

describe('what was written', () => {
  it('comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument({ excerpts: false }), async (document) => {
        const read = await readXqar(written(writeXqar(document)), context);
        if (!('document' in read)) throw new Error(read.problem);
        expect(read.remarks).toEqual([]);
        expect(read.document).toEqual(document);
      }),
    );
  });
});

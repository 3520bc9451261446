import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows, type Row } from './comb';

const keyLimit = 300;

const anyRow: fc.Arbitrary<Row> = fc
  .uniqueArray(fc.record({ key: fc.nat(keyLimit - 1), value: fc.nat() }), {
    selector: (entry) => entry.key,
    maxLength: 20,
  })
  .map((entries) => ({
    keys: entries.map((entry) => entry.key),
    values: entries.map((entry) => entry.value),
  }));

it('finds every entry of every row, and no other, without leaving the comb', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const comb = packRows(rows, keyLimit);
      rows.forEach((row, index) => {
        for (let key = 0; key < keyLimit; key++) {
          const place = (comb.bases[index] ?? -1) + key;
          expect(place).toBeLessThan(comb.check.length);
          const found = comb.check[place] === index + 1 ? comb.values[place] : undefined;
          const at = row.keys.indexOf(key);
          if (found !== (at < 0 ? undefined : row.values[at])) {
            expect.fail(`Row ${index}, key ${key}: ${found}`);
          }
        }
      });
    }),
    { numRuns: 40 },
  );
});

it('interlocks rows instead of laying them end to end', () => {
  const even: Row = { keys: [0, 2, 4, 6], values: [1, 1, 1, 1] };
  const { bases } = packRows([even, even], 8);
  expect([...bases]).toEqual([0, 1]);
});

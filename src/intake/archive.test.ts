import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member } from './testing/sources';
import { listArchive } from './archive';
import type { BytesAccess } from './bytes';
import { readSource } from './open';
import type { Source } from './source';
import { access, bytesOf, never, noise, sourceOf, textOf, zipOf } from './testing/sources';

const list = (bytes: Uint8Array, rest: Partial<Source> = {}) =>
  listArchive(sourceOf(bytes, 'a.zip', rest), access, never());
const text = async (source: Source) => textOf(await readSource(source, access, never()));
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('listing', () => {
  test('lists files in folders by their paths, and each opens by itself', async () => {
    const members: Member[] = [
      ['b/two.xosc', '<two/>'],
      ['a/', '', { directory: true }],
      ['one.xosc', '<one/>'.repeat(1000)],
      ['b/stored.xosc', '<stored/>', { level: 0 }],
      ['empty.xosc', ''],
    ];
    const { entries, findings } = await list(await zipOf(members));
    expect(findings).toEqual([]);
    expect(entries.map(({ path }) => path)).toEqual([
      'a.zip/b/stored.xosc',
      'a.zip/b/two.xosc',
      'a.zip/empty.xosc',
      'a.zip/one.xosc',
    ]);
    expect(entries.map(({ nesting, origin }) => [nesting, origin])).toEqual(
      entries.map(() => [1, 'found']),
    );
    expect(await Promise.all(entries.map(text))).toEqual([
      '<stored/>',
      '<two/>',
      '',
      '<one/>'.repeat(1000),
    ]);
  });

  test('ZIP64 is read', async () => {
    const { entries, findings } = await list(await zipOf([['x.xosc', '<x/>']], { zip64: true }));
    expect(findings).toEqual([]);
    expect(await Promise.all(entries.map(text))).toEqual(['<x/>']);
  });

  test('what systems leave behind is not listed', async () => {
    const bytes = await zipOf([
      ['__MACOSX/._x.xosc', 'junk'],
      ['d/.DS_Store', 'junk'],
      ['d/Thumbs.db', 'junk'],
      ['d/x.xosc', '<x/>'],
    ]);
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/d/x.xosc']);
    expect(findings).toEqual([]);
  });

  test('large archives are listed by their headers alone', async () => {
    const bytes = await zipOf([
      ['big.bin', noise(33 * 1024 * 1024), { level: 0 }],
      ['x.xosc', '<x/>'],
    ]);
    let read = 0;
    const counting: BytesAccess = {
      ...access,
      read: async (range) => {
        const part = await access.read(range);
        read += part.length;
        return part;
      },
    };
    const { entries } = await listArchive(sourceOf(bytes, 'a.zip'), counting, never());
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/big.bin', 'a.zip/x.xosc']);
    expect(read).toBeLessThan(1024 * 1024);
    expect(entries[1] && (await text(entries[1]))).toBe('<x/>');
  });

  test('bytes in front of the archive do not matter', async () => {
    const zip = await zipOf([['x.xosc', '<x/>']]);
    const bytes = Buffer.concat([bytesOf('PK is how it begins'), zip]);
    const { entries } = await list(bytes);
    expect(await Promise.all(entries.map(text))).toEqual(['<x/>']);
  });
});

describe('archives in archives', () => {
  test('a zip in a zip is opened, a third level is one finding', async () => {
    const third = await zipOf([['deep.xosc', '<deep/>']]);
    const second = await zipOf([
      ['x.xosc', '<x/>'],
      ['third.zip', third],
    ]);
    const outer = await list(await zipOf([['second.zip', second]]));
    const [inner] = outer.entries;
    if (!inner) throw new Error('the outer archive lists its entry');
    const listed = await listArchive(inner, access, never());
    expect(listed.findings).toEqual([]);
    expect(listed.entries.map(({ path, nesting }) => [path, nesting])).toEqual([
      ['a.zip/second.zip/third.zip', 2],
      ['a.zip/second.zip/x.xosc', 2],
    ]);
    expect(listed.entries[1] && (await text(listed.entries[1]))).toBe('<x/>');
    const [deepest] = listed.entries;
    if (!deepest) throw new Error('the inner archive lists its entry');
    const refused = await listArchive(deepest, access, never());
    expect(refused.entries).toEqual([]);
    expect(codes(refused.findings)).toEqual(['nested-too-deep']);
  });

  test('an inner archive that cannot be unpacked is one finding', async () => {
    const inner = await zipOf([['x.xosc', '<x/>'.repeat(100)]]);
    const { entries } = await list(await zipOf([['inner.zip', inner]]));
    const [entry] = entries;
    if (!entry) throw new Error('the outer archive lists its entry');
    const damaged = { ...entry, crc32: 1 };
    expect(codes((await listArchive(damaged, access, never())).findings)).toEqual([
      'wrong-checksum',
    ]);
  });
});

describe('archives with something wrong', () => {
  test('a zip of no bytes, and one of no files', async () => {
    expect(codes((await list(new Uint8Array(0))).findings)).toEqual(['unreadable']);
    expect(codes((await list(await zipOf([]))).findings)).toEqual(['no-files']);
  });

  test('a cut zip says that it was cut', async () => {
    const bytes = await zipOf([['x.xosc', noise(5000)]]);
    const { entries, findings } = await list(bytes.subarray(0, 3000));
    expect(entries).toEqual([]);
    expect(codes(findings)).toEqual(['unreadable']);
    expect(findings[0]?.message).toContain('cut off');
  });

  test('encrypted entries are told, the others go on', async () => {
    const bytes = await zipOf([
      ['open.xosc', '<x/>'],
      ['secret.xosc', '<y/>', { password: 'secret' }],
      ['old.xosc', '<z/>', { password: 'secret', zipCrypto: true }],
    ]);
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/open.xosc']);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['encrypted-entry', 'a.zip/secret.xosc'],
      ['encrypted-entry', 'a.zip/old.xosc'],
    ]);
  });

  test('an unknown compression method is told by its name', async () => {
    const bytes = await zipOf([
      ['x.xosc', '<x/>', { level: 0 }],
      ['y.xosc', '<y/>', { level: 0 }],
    ]);
    directoryEntries(bytes)[0]?.setUint16(10, 14, true);
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/y.xosc']);
    expect(codes(findings)).toEqual(['unsupported-compression']);
    expect(findings[0]?.message).toContain('LZMA');
  });

  test('names that come twice are told and both are checked', async () => {
    const bytes = await zipOf([
      ['xx.xosc', '<x/>'],
      ['xy.xosc', '<y/>'],
    ]);
    const second = directoryEntries(bytes)[1];
    second?.setUint8(46 + 1, 'x'.charCodeAt(0));
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/xx.xosc', 'a.zip/xx.xosc (2)']);
    expect(codes(findings)).toEqual(['duplicate-name']);
  });

  test.each([
    ['../../out.xosc', 'a.zip/out.xosc'],
    ['/etc/x.xosc', 'a.zip/etc/x.xosc'],
    ['C:\\temp\\x.xosc', 'a.zip/temp/x.xosc'],
  ])('the name %s is told and made harmless', async (name, path) => {
    const placeholder = name.replace(/[^x]/g, 'x');
    const bytes = await zipOf([[placeholder, '<x/>']]);
    const view = directoryEntries(bytes)[0];
    [...name].forEach((character, at) => view?.setUint8(46 + at, character.charCodeAt(0)));
    const { entries, findings } = await list(bytes);
    expect(entries.map((entry) => entry.path)).toEqual([path]);
    expect(codes(findings)).toEqual(['unsafe-name']);
  });

  test('entries that share bytes are told as a possible bomb', async () => {
    const bytes = await zipOf([
      ['a.xosc', '<a/>'],
      ['b.xosc', '<b/>'],
    ]);
    directoryEntries(bytes)[1]?.setUint32(42, 0, true);
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/a.xosc']);
    expect(codes(findings)).toEqual(['overlapping-entries']);
  });

  test('an entry that is not where the directory says is told, the others go on', async () => {
    const bytes = await zipOf([
      ['a.xosc', '<a/>'],
      ['b.xosc', '<b/>'],
    ]);
    bytes[0] = 0;
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/b.xosc']);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['damaged-entry', 'a.zip/a.xosc'],
    ]);
  });

  test('a directory that is damaged half-way gives the entries before', async () => {
    const bytes = await zipOf([
      ['a.xosc', '<a/>'],
      ['b.xosc', '<b/>'],
    ]);
    directoryEntries(bytes)[1]?.setUint32(0, 0, true);
    const { entries, findings } = await list(bytes);
    expect(entries.map(({ path }) => path)).toEqual(['a.zip/a.xosc']);
    expect(codes(findings)).toEqual(['damaged-directory']);
  });

  test('an archive that cannot be read is told with its reason', async () => {
    const gone: BytesAccess = {
      ...access,
      read: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    };
    const source = sourceOf(await zipOf([['x', 'x']]), 'a.zip');
    const { findings } = await listArchive(source, gone, never());
    expect(codes(findings)).toEqual(['not-found']);
  });
});

test('whatever follows a zip signature becomes findings, never an exception', async () => {
  const valid = await zipOf([
    ['a.xosc', '<a/>'.repeat(50)],
    ['d/b.xosc', '<b/>'],
  ]);
  const signature = fc.constantFrom('PK\x03\x04', 'PK\x05\x06');
  const random = fc
    .tuple(signature, fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Buffer.concat([bytesOf(start), rest]));
  const mutated = fc
    .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    })
    .map((edits) => {
      const copy = valid.slice();
      for (const [at, value] of edits) if (at >= 2) copy[at] = value;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(random, mutated), async (bytes) => {
      const { entries, findings } = await list(bytes);
      expect(entries.length + findings.length).toBeGreaterThan(0);
      for (const entry of entries) {
        await readSource(entry, access, never()).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'UnreadableSource' });
        });
      }
    }),
    { numRuns: 300 },
  );
});

/** Views of the records of a small zip's central directory (signature "PK\1\2"), in order. */
function directoryEntries(bytes: Uint8Array<ArrayBuffer>): DataView[] {
  const views: DataView[] = [];
  for (let at = 0; at + 46 <= bytes.length; at++) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    if (view.getUint32(0, true) === 0x02014b50) views.push(view);
  }
  return views;
}

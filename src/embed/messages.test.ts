import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from './messages';

const envelope = { scrutineer: 1, id: 'a' };

async function filesOf(message: unknown): Promise<[name: string, text: string][] | null> {
  const read = readMessage(message);
  if (read?.type !== 'open' || read.opening.what !== 'files') return null;
  return Promise.all(
    read.opening.files.map(async ({ name, bytes }) => [name, await bytes.text()] as const),
  ).then((files) => files.map(([name, text]) => [name, text]));
}

test.each([
  [undefined],
  [null],
  ['ping'],
  [7],
  [{ type: 'ping', id: 1 }],
  [{ source: 'an-extension', payload: {} }],
  [[1, 2]],
])('%j is not for the viewer', (data) => {
  expect(readMessage(data)).toBeNull();
});

describe('what is well-formed is read', () => {
  test.each([
    [{ type: 'ping' }, { type: 'ping', id: 'a' }],
    [
      { type: 'select', index: 3 },
      { type: 'select', id: 'a', index: 3 },
    ],
    [
      { type: 'select', index: null },
      { type: 'select', id: 'a', index: null },
    ],
    [
      { type: 'theme', theme: 'dark' },
      { type: 'theme', id: 'a', theme: 'dark' },
    ],
    [{ type: 'open' }, { type: 'open', id: 'a', opening: { what: 'nothing' } }],
    [
      { type: 'open', link: 'https://example.org/app/#r1.2.3.abc' },
      { type: 'open', id: 'a', opening: { what: 'link', fragment: 'r1.2.3.abc' } },
    ],
    [
      { type: 'open', link: 'r1.2.3.abc' },
      { type: 'open', id: 'a', opening: { what: 'link', fragment: 'r1.2.3.abc' } },
    ],
  ])('%j', (message, expected) => {
    expect(readMessage({ ...envelope, ...message })).toEqual(expected);
  });

  test('files in any shape that bytes come in', async () => {
    const bytes = new TextEncoder().encode('xtextx');
    const message = (file: unknown) => ({ ...envelope, type: 'open', file });
    const named = (content: unknown) => message({ name: 'a.xml', bytes: content });
    for (const content of ['text', bytes.slice(1, 5), bytes.slice(1, 5).buffer]) {
      expect(await filesOf(named(content))).toEqual([['a.xml', 'text']]);
    }
    expect(await filesOf(named(bytes.subarray(1, 5)))).toEqual([['a.xml', 'text']]);
    expect(await filesOf(named(new Blob(['text'])))).toEqual([['a.xml', 'text']]);
    const file = new File(['text'], 'b.xml');
    expect(await filesOf(message([file, { name: 'c.xml', bytes: '' }]))).toEqual([
      ['b.xml', 'text'],
      ['c.xml', ''],
    ]);
  });

  test('a report as its text or as an object', async () => {
    for (const report of ['{"report":1}', { report: 1 }]) {
      const read = readMessage({ ...envelope, type: 'open', report });
      if (read?.type !== 'open' || read.opening.what !== 'report') throw new Error('not a report');
      expect(read.opening.file.name).toBe('report.json');
      expect(await read.opening.file.bytes.text()).toBe('{"report":1}');
    }
  });
});

const circular: { self?: unknown } = {};
circular.self = circular;

test.each([
  [{ scrutineer: 2, type: 'ping' }, /version 1/],
  [{ scrutineer: 1, type: 'ping', id: {} }, /needs an id/],
  [{ scrutineer: 1, type: 'ping', id: 'x'.repeat(201) }, /needs an id/],
  [{ ...envelope, type: 'eval' }, /knows ping/],
  [{ ...envelope }, /knows ping/],
  [{ ...envelope, type: 'theme', theme: 'purple' }, /system, light or dark/],
  [{ ...envelope, type: 'select', index: -1 }, /index/],
  [{ ...envelope, type: 'select', index: '1' }, /index/],
  [{ ...envelope, type: 'open', file: [] }, /1 to 2000/],
  [{ ...envelope, type: 'open', file: Array(2001).fill({ name: 'a', bytes: '' }) }, /1 to 2000/],
  [{ ...envelope, type: 'open', file: { name: '', bytes: '' } }, /name/],
  [{ ...envelope, type: 'open', file: { name: 'a', bytes: 7 } }, /bytes/],
  [{ ...envelope, type: 'open', link: 7 }, /link/],
  [{ ...envelope, type: 'open', link: '#r1', report: '{}' }, /one of/],
  [{ ...envelope, type: 'open', report: circular }, /report/],
])('what is not well-formed is told of: %j', (message, problem) => {
  expect(readMessage(message)).toMatchObject({
    type: 'bad',
    problem: expect.stringMatching(problem) as unknown,
  });
});

test('bytes that other threads may change are refused', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  expect(
    readMessage({ ...envelope, type: 'open', file: { name: 'a', bytes: shared } }),
  ).toMatchObject({ type: 'bad' });
});

test('whatever is posted, reading it ends without throwing', () => {
  const field = fc.oneof(
    fc.anything(),
    fc.constantFrom('ping', 'open', 'select', 'theme', 'dark', 1, null),
  );
  const message = fc.record(
    {
      scrutineer: fc.oneof(fc.constant(1), field),
      type: field,
      id: field,
      file: field,
      report: field,
      link: field,
      index: field,
      theme: field,
      name: field,
    },
    { requiredKeys: ['scrutineer'] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), message), (data) => {
      const read = readMessage(data);
      expect(read === null || typeof read.type === 'string').toBe(true);
    }),
    { numRuns: 500 },
  );
});

import { expect, expectTypeOf, test } from 'vitest';
import type * as host from '../../public/embed';
import { aFinding, aReport } from '../session/testing';
import { foundIn } from './found';
import { maxToldFindings, type FoundMessage, type ViewerMessage } from './protocol';

const tool = { name: 'Test', version: '1' };

test('files are told by path, findings by place', () => {
  const late = aFinding('b', { line: 9 });
  const first = aFinding('b', { line: 2, severity: 'warning' });
  const { message, order } = foundIn(1, tool, [aReport('b', [late, first]), aReport('a', [])]);
  expect(message.files.map(({ path }) => path)).toEqual(['a', 'b']);
  expect(message.findings).toEqual([first, late]);
  expect(order).toEqual([first, late]);
  expect(message.counts).toEqual({ critical: 0, error: 1, warning: 1, info: 0 });
  expect(message.summary).toBe('1 error, 1 warning');
});

test('findings beyond what is told are counted, file by file', () => {
  const many = (path: string, count: number) =>
    Array.from({ length: count }, (_, at) => aFinding(path, { line: at + 1 }));
  const reports = [
    aReport('a', many('a', maxToldFindings - 1)),
    aReport('b', many('b', 3), { omitted: 5 }),
    aReport('c', many('c', 2)),
  ];
  const { message, order } = foundIn('x', tool, reports);
  expect(message.findings).toHaveLength(maxToldFindings);
  expect(order).toHaveLength(maxToldFindings + 4);
  expect(message.files.map(({ omitted }) => omitted)).toEqual([0, 7, 2]);
});

test('the types that are served are those of the messages', () => {
  expectTypeOf<FoundMessage>().toExtend<host.Found>();
  expectTypeOf<host.EmbedError['code']>().toExtend<
    Extract<ViewerMessage, { type: 'error' }>['code'] | 'no-answer'
  >();
});

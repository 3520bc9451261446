import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IssueBlock } from '../src/engine/issueBlock';
import type { WorkerMessage } from './protocol';
import { ReadAhead } from './readAhead';
import { encodeSegment } from './segmentCodec';

const plan = { starts: [100, 200, 300], size: 1000 };

function readAhead(): { help: ReadAhead; posted: WorkerMessage[] } {
  const posted: WorkerMessage[] = [];
  const help = new ReadAhead({
    item: 7,
    plan,
    post: (message) => void posted.push(message),
    breathe: () => Promise.resolve(),
  });
  return { help, posted };
}

function outcome(start: number): ArrayBuffer {
  const issues = new IssueBlock(new Uint32Array(0), new Uint8Array(0));
  return encodeSegment({ start, segment: null, issues, more: [], index: [] });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("leaves to the document's reader what nobody has begun, and says so", async () => {
  const { help, posted } = readAhead();
  expect(await help.claim(0)).toBe('yours');
  expect(posted).toEqual([{ type: 'claimed', item: 7, segment: 0 }]);
  // Begun there before that was heard: read for nothing.
  help.begun(0);
  help.read(0, outcome(100));
  expect(help.ahead).toBe(0);
});

it('gives what others have read, and waits for what they have begun', async () => {
  const { help } = readAhead();
  help.begun(2);
  help.read(2, outcome(300));
  expect(help.ahead).toBe(700);
  help.begun(1);
  const claimed = help.claim(1);
  await vi.advanceTimersByTimeAsync(1_000);
  help.read(1, outcome(205));
  expect(help.ahead).toBe(800);
  expect(await claimed).toMatchObject({ start: 205 });
  expect(help.ahead).toBe(700);
  expect(await help.claim(2)).toMatchObject({ start: 300 });
  expect(help.ahead).toBe(0);
});

it('waits no longer than is sensible, nor for what could not be read', async () => {
  const { help } = readAhead();
  help.begun(0);
  const claimed = help.claim(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await claimed).toBeNull();
  help.read(0, outcome(100));
  expect(help.ahead).toBe(0);
  help.begun(1);
  help.read(1, null);
  expect(await help.claim(1)).toBeNull();
});

it('tells once that nothing more is needed', () => {
  const { help, posted } = readAhead();
  help.end();
  help.end();
  expect(posted).toEqual([{ type: 'claimed', item: 7, segment: 3 }]);
});

import { expect, test } from 'vitest';
import { reportDocument, type ReportDocument } from '../../findings/reportDocument';
import type { DocumentWish } from '../../session/document';
import { Gathering } from './gathering.svelte';

const document = reportDocument({ name: 'Scrutineer', version: '1' }, [], []);

/** A session whose report comes when the test says so. */
function slow() {
  let finish: (report: ReportDocument) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  let wished: DocumentWish | undefined;
  const session = {
    document: (wish: DocumentWish, signal: AbortSignal): Promise<ReportDocument> => {
      wished = wish;
      return new Promise((resolve, reject) => {
        finish = resolve;
        fail = reject;
        signal.addEventListener('abort', () => {
          reject(new DOMException('Aborted', 'AbortError'));
        });
      });
    },
  };
  return {
    session,
    tell: (done: number, total: number) => wished?.progress?.(done, total),
    finish: () => {
      finish(document);
    },
    fail: (error: unknown) => {
      fail(error);
    },
  };
}

test('a report comes, and how far it is can be seen', async () => {
  const gathering = new Gathering();
  const source = slow();
  const over = gathering.gather(source.session, { excerpts: false });
  source.tell(3, 9);
  expect(gathering.state).toEqual({ type: 'gathering', done: 3, total: 9 });
  source.finish();
  await over;
  expect(gathering.state).toEqual({ type: 'ready', document });
});

test('what was wished for before comes too late', async () => {
  const gathering = new Gathering();
  const [first, second] = [slow(), slow()];
  const early = gathering.gather(first.session, { excerpts: false });
  const late = gathering.gather(second.session, { excerpts: true });
  first.tell(1, 2);
  await early;
  expect(gathering.state).toEqual({ type: 'gathering', done: 0, total: 0 });
  second.finish();
  await late;
  expect(gathering.state.type).toBe('ready');
});

test('it can be given up, and says so', async () => {
  const gathering = new Gathering();
  const source = slow();
  const over = gathering.gather(source.session, { excerpts: false });
  gathering.stop();
  await over;
  expect(gathering.state).toEqual({ type: 'stopped' });
});

test('it says why there is none', async () => {
  const gathering = new Gathering();
  const source = slow();
  const over = gathering.gather(source.session, { excerpts: false });
  source.fail(new Error('The rules are gone'));
  await over;
  expect(gathering.state).toEqual({ type: 'failed', reason: 'The rules are gone' });
});

import { expect, it } from 'vitest';
import { memoryStore } from '../../src/store/keyval';
import { SharedStore } from '../../src/store/shared';
import { FakeStore } from '../../src/store/testing';
import { isShare, receiveShare } from './share';

const scope = 'https://example.org/app/';

function posted(form: FormData): Request {
  return new Request(`${scope}share`, { method: 'POST', body: form });
}

it('is a post to one address', () => {
  expect(isShare({ method: 'POST', url: `${scope}share` }, scope)).toBe(true);
  expect(isShare({ method: 'GET', url: `${scope}share` }, scope)).toBe(false);
  expect(isShare({ method: 'POST', url: 'https://example.org/share' }, scope)).toBe(false);
});

it('leaves files for the page and sends the browser there', async () => {
  const store = new SharedStore(memoryStore());
  const form = new FormData();
  form.append('files', new File(['<a/>'], 'confidential.xml'));
  form.append('files', new File([], 'empty.xml'));
  form.append('text', 'not looked at beside files');
  const answer = await receiveShare(posted(form), scope, store);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`${scope}?shared=`);
  const [file, ...others] = await store.take();
  expect(file).toMatchObject({ name: 'confidential.xml' });
  expect(others).toEqual([]);
});

it('takes a text where there is no file', async () => {
  const store = new SharedStore(memoryStore());
  const form = new FormData();
  form.append('text', '<a/>');
  await receiveShare(posted(form), scope, store);
  expect(await store.take()).toEqual(['<a/>']);
});

it('says in the address that it went wrong, and nothing of what was shared', async () => {
  const full = new FakeStore();
  full.failure = new Error('full of confidential things');
  const form = new FormData();
  form.append('files', new File(['<a/>'], 'confidential.xml'));
  const answer = await receiveShare(posted(form), scope, new SharedStore(full));
  expect(answer.headers.get('location')).toBe(`${scope}?shared=failed`);
  const nonsense = new Request(`${scope}share`, { method: 'POST', body: 'no form at all' });
  const other = await receiveShare(nonsense, scope, new SharedStore(memoryStore()));
  expect(other.headers.get('location')).toBe(`${scope}?shared=failed`);
});

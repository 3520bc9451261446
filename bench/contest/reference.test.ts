import { expect, test } from 'vitest';
import { countElements } from '../documents/text.mjs';
import { scenario } from '../scenario';
import { referenceWalk } from './reference';

test.each([
  ['<a/>', 1],
  ['<a><b c="<>"/>text</a>', 3],
  ['', 0],
])('the reference loop finds the tags of %s', (document, tags) => {
  expect(referenceWalk(new TextEncoder().encode(document))()).toBe(tags);
});

test('the reference loop walks a whole scenario', () => {
  const text = scenario(50_000, 'mixed');
  const ends = text.split('</').length - 1;
  const document = new TextEncoder().encode(text);
  // The XML declaration is a tag to it, too.
  expect(referenceWalk(document)()).toBe(countElements(document) + ends + 1);
});

import { expect, it } from 'vitest';
import { UnreadableSource } from '../../intake/unreadable';
import { ignoreUnavailable, isUnavailable } from './unavailable';

it('tells texts that are not to be had from mistakes', () => {
  expect(isUnavailable(new UnreadableSource('changed', 'The file changed.'))).toBe(true);
  expect(isUnavailable(new DOMException('Replaced', 'AbortError'))).toBe(true);
  expect(isUnavailable(new DOMException('Denied', 'SecurityError'))).toBe(false);
  const mistake = new Error('Out of luck');
  expect(() => {
    ignoreUnavailable(mistake);
  }).toThrow(mistake);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTakeOver, takeOver } from './messages';

it('knows the one message, and takes nothing else for it', () => {
  expect(isTakeOver(structuredClone(takeOver))).toBe(true);
  fc.assert(fc.property(fc.anything(), (message) => !isTakeOver(message)));
});

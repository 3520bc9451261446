import { expect, it } from 'vitest';
import { RuleBook } from './rules';
import { aRule } from './testing';

it('finds rules by their ids and by their other names', () => {
  const first = aRule('a:first', { aliases: ['b:first'] });
  const second = aRule('a:second');
  const book = new RuleBook([first, second]);
  expect(book.find('b:first')).toBe(first);
  expect(book.find('a:second')).toBe(second);
  expect(book.find('a:third')).toBeNull();
});

it('takes an id for the rule that has it, whatever another one is also called', () => {
  const owner = aRule('a:one');
  const book = new RuleBook([owner, aRule('a:two', { aliases: ['a:one'] })]);
  expect(book.find('a:one')).toBe(owner);
});

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

it('finds rules by a part of their meaning or of any name', () => {
  const first = aRule('a:first.One', { aliases: ['b:second'] });
  const second = aRule('a:third', { meaning: 'A second thing' });
  const book = new RuleBook([first, second, aRule('a:fourth')]);
  expect(book.search(' Second ')).toEqual([first, second]);
  expect(book.search('first.one')).toEqual([first]);
  expect(book.search('')).toHaveLength(3);
});

import { describe, expect, it } from 'vitest';
import { evaluateExpression, isExpression } from './evaluate';
import type { Scope } from './evaluation';
import type { ProblemCode } from './problems';
import type { TypedValue } from './values';

const parameters: Readonly<Record<string, ReturnType<Scope['lookup']>>> = {
  speed: { type: 'double', value: 30 },
  lanes: { type: 'unsignedShort', value: 4 },
  zero: { type: 'int', value: 0 },
  below: { type: 'double', value: -1.5 },
  flag: { type: 'boolean', value: true },
  label: { type: 'string', value: 'left' },
  when: { type: 'dateTime', value: '2024-05-17T14:30:00' },
  endless: { type: 'double', value: Infinity },
  wrong: { type: 'double', value: null },
  wrongFlag: { type: 'boolean', value: null },
  broken: 'broken',
};

function scope(version = '1.3'): Scope {
  return { lookup: (name) => parameters[name] ?? 'unknown', version };
}

function valueOf(text: string, version?: string): TypedValue | null {
  const { value, errors } = evaluateExpression(text, scope(version));
  expect(errors).toEqual([]);
  return value;
}

describe('an expression comes to', () => {
  it.each<[string, TypedValue['type'], TypedValue['value']]>([
    ['${4+6*5}', 'int', 34],
    ['${(4+6)*5}', 'int', 50],
    ['${10 - 4 - 3}', 'int', 3],
    ['${2 * 7 % 4}', 'int', 2],
    ['${-2 * -3}', 'int', 6],
    ['${1 - - 2}', 'int', 3],
    ['${--$lanes}', 'int', 4],
    ['${-$speed}', 'double', -30],
    ['${$lanes}', 'int', 4],
    ['${$lanes + 1}', 'int', 5],
    ['${ $speed/3.6 }', 'double', 30 / 3.6],
    // Division is defined for doubles alone: nothing is cut off.
    ['${7/2}', 'double', 3.5],
    ['${4/2}', 'double', 2],
    // The remainder has the sign of the dividend.
    ['${-7 % 3}', 'int', -1],
    ['${7 % -3}', 'int', 1],
    ['${7.5 % 2}', 'double', 1.5],
    ['${.5 + 1.}', 'double', 1.5],
    ['${1.0e3}', 'double', 1000],
    ['${1e-2}', 'double', 0.01],
    ['${007}', 'int', 7],
    ['${9007199254740993 + 0}', 'int', 9007199254740993n],
    ['${-9223372036854775808}', 'int', -9223372036854775808n],
    ['${9223372036854775807 - 9223372036854775806}', 'int', 1],
    ['${0 * -1}', 'int', 0],
  ])('a number: %s', (text, type, value) => {
    expect(valueOf(text)).toEqual({ type, value });
  });

  it.each<[string, TypedValue['type'], TypedValue['value']]>([
    ['${round(2.5)}', 'int', 3],
    ['${round(-2.5)}', 'int', -3],
    ['${round(0.49999999999999994)}', 'int', 0],
    ['${-round(2.6)}', 'int', -3],
    ['${floor(-2.1)}', 'int', -3],
    ['${ceil(-2.9)}', 'int', -2],
    ['${ceil(1e18)}', 'int', 1000000000000000000n],
    ['${floor(9007199254740993)}', 'int', 9007199254740993n],
    ['${sqrt(9)}', 'double', 3],
    ['${sin(0)}', 'double', 0],
    ['${cos(0)}', 'double', 1],
    ['${atan(1)}', 'double', Math.PI / 4],
    ['${asin(1) + acos(-1) + tan(0)}', 'double', Math.PI * 1.5],
    ['${pow(2, 8) - 1}', 'double', 255],
    ['${pow(-3, 2)}', 'double', 9],
    ['${sign(-2.5)}', 'double', -1],
    ['${sign($lanes)}', 'int', 1],
    ['${abs(-4)}', 'int', 4],
    ['${abs(-4.5)}', 'double', 4.5],
    ['${max(3, 7)}', 'int', 7],
    ['${min(3, 7)}', 'int', 3],
    ['${max(3, 2.5)}', 'double', 3],
    ['${max(9007199254740993, 9007199254740992)}', 'int', 9007199254740993n],
    ['${1 + sqrt(max(4, 9)) * 2.5}', 'double', 8.5],
    ['${pow( 2 , max(1,2) )}', 'double', 4],
  ])('what an operator gives: %s', (text, type, value) => {
    expect(valueOf(text)).toEqual({ type, value });
  });

  it.each([
    ['${true}', true],
    ['${not true}', false],
    ['${not not $flag}', true],
    ['${not false and false}', false],
    ['${true or false and false}', true],
    ['${(true or false) and false}', false],
    ['${not (true and false)}', true],
    ['${true and not false or false}', true],
  ])('a boolean: %s', (text, value) => {
    expect(valueOf(text)).toEqual({ type: 'boolean', value });
  });

  it('a parameter’s text or date where it is nothing else', () => {
    expect(valueOf('${$label}')).toEqual(parameters['label']);
    expect(valueOf('${$when}')).toEqual(parameters['when']);
  });

  it('pi since 1.4', () => {
    expect(valueOf('${2 * pi}', '1.4')).toEqual({ type: 'double', value: 2 * Math.PI });
  });

  it('what infinite parameters make of it', () => {
    expect(valueOf('${$endless * 2 - 1e308}')).toEqual({ type: 'double', value: Infinity });
    expect(valueOf('${1 / $endless}')).toEqual({ type: 'double', value: 0 });
  });

  it('nothing, without a word, where a parameter has no usable value', () => {
    for (const name of ['broken', 'wrong']) {
      expect(valueOf(`\${2 * sqrt($${name}) + abs(-$${name})}`)).toBeNull();
    }
    expect(valueOf('${not $wrongFlag or $broken}')).toBeNull();
  });
});

/** Each text marks by `«»` what is to be marked. */
const mistakes: readonly (readonly [text: string, code: ProblemCode, message: string])[] = [
  ['«${}»', 'empty-expression', 'The expression is empty.'],
  ['«$speed»', 'not-an-expression', 'An expression starts with `${` and ends with `}`.'],
  ['${1 «+»}', 'missing-value', 'A value is missing after `+`.'],
  ['${«*» 2}', 'missing-value', 'A value is missing before `*`.'],
  ['${1 + «%» 2}', 'missing-value', 'A value is missing between `+` and `%`.'],
  ['${(«)»}', 'missing-value', 'There is no value between the parentheses.'],
  ['${max(1, «)»}', 'missing-value', 'A value is missing between `,` and `)`.'],
  ['${2 «$speed»}', 'missing-operator', 'An operator is missing between `2` and `$speed`.'],
  ['${sqrt(4) «not» true}', 'missing-operator', 'An operator is missing between `)` and `not`.'],
  ['${«(»1}', 'unbalanced-parentheses', 'This `(` is never closed.'],
  ['${sqrt«(»1}', 'unbalanced-parentheses', 'This `(` is never closed.'],
  ['${1«)»}', 'unbalanced-parentheses', 'This `)` closes nothing.'],
  ['${1«,»5}', 'stray-comma', 'A comma can only stand between the arguments of an operator.'],
  ['${«5f»}', 'malformed-number', '`5f` is no number.'],
  ['${«1.2.3»}', 'malformed-number', '`1.2.3` is no number.'],
  ['${1 + «1e»}', 'malformed-number', '`1e` is no number.'],

  ['${1 «<=» 2}', 'unknown-operator', '`<=` is no operator of expressions.'],
  ['${true «&&» false}', 'unknown-operator', '`&&` is no operator of expressions.'],
  ['${«!»true}', 'unknown-operator', '`!` is no operator of expressions.'],
  ['${2 «^» 3}', 'unknown-operator', '`^` is no operator of expressions.'],
  ['${2 «**» 3}', 'unknown-operator', '`**` is no operator of expressions.'],
  ['${2 «//» 3}', 'unknown-operator', '`//` is no operator of expressions.'],
  ['${2 * «*» 3}', 'missing-value', 'A value is missing between `*` and `*`.'],
  ['${«+»5}', 'unknown-operator', 'A `+` cannot stand before a value; only `-` can.'],
  ['${1 «@» 2}', 'unknown-character', '`@` has no meaning in an expression.'],
  ['${«🚗»}', 'unknown-character', '`🚗` has no meaning in an expression.'],
  ['${5«}»}', 'unknown-character', '`}` has no meaning in an expression.'],
  ['${«$» speed}', 'unknown-character', 'No name follows the `$`.'],
  ['${«$»{$speed}}', 'unknown-character', 'An expression cannot contain another one.'],
  ['${1 + «foo»}', 'unknown-word', '`foo` is no operator and no value.'],
  ['${«trajectory» event}', 'unknown-word', '`trajectory` is no operator and no value.'],
  ['${1 + «log»(2, true)}', 'unknown-word', '`log` is no operator of expressions.'],
  ['${2 * «pi»}', 'unknown-constant', '`pi` exists since 1.4 only; this is 1.3.'],
  ['${«(int)» $speed}', 'cast', '`(int)` is a cast, and expressions have none.'],

  ['${«round» 2.6}', 'missing-parentheses', 'The arguments of `round` must stand in parentheses.'],
  ['${«sqrt()»}', 'argument-count', '`sqrt` takes one argument, but none is given.'],
  ['${1 + «pow(2)»}', 'argument-count', '`pow` takes two arguments, but 1 is given.'],
  ['${«abs(1, 2)»}', 'argument-count', '`abs` takes one argument, but 2 are given.'],
  ['${«$label» + 1}', 'not-a-number', '`+` needs numbers, but `$label` is a `string`.'],
  ['${-«$when»}', 'not-a-number', '`-` needs numbers, but `$when` is a `dateTime`.'],
  ['${sqrt(«$label»)}', 'not-a-number', '`sqrt` needs numbers, but `$label` is a `string`.'],
  ['${«true» + 1}', 'boolean-as-number', '`+` needs numbers, but `true` is a `boolean`.'],
  ['${2 * «(not $flag)»}', 'boolean-as-number', ''],
  ['${max(1, «$flag»)}', 'boolean-as-number', '`max` needs numbers, but `$flag` is a `boolean`.'],
  ['${$wrong * «$wrongFlag»}', 'boolean-as-number', ''],
  ['${not «1»}', 'not-a-boolean', '`not` needs booleans, but `1` is a number.'],
  ['${true and «$speed + 1»}', 'not-a-boolean', ''],
  ['${«$wrong» or true}', 'not-a-boolean', '`or` needs booleans, but `$wrong` is a number.'],
  ['${«-$broken» and true}', 'not-a-boolean', ''],
  ['${not «$label»}', 'not-a-boolean', '`not` needs booleans, but `$label` is a `string`.'],

  ['${25/«0»}', 'division-by-zero', 'Division by zero.'],
  ['${25/«$zero»}', 'division-by-zero', 'Division by zero: `$zero` is 0.'],
  ['${25 / «(1 - 1.0)» * 2}', 'division-by-zero', 'Division by zero: `(1 - 1.0)` is 0.'],
  ['${25 % «0.0»}', 'division-by-zero', 'A division by zero leaves no remainder.'],
  ['${$broken / «0»}', 'division-by-zero', 'Division by zero.'],
  ['${sqrt(«-9»)}', 'outside-domain', 'There is no square root of a negative number.'],
  [
    '${sqrt(«$below»)}',
    'outside-domain',
    'There is no square root of a negative number, but `$below` is -1.5.',
  ],
  ['${asin(«1.5»)}', 'outside-domain', 'A sine goes from -1 to 1.'],
  ['${acos(«-2»)}', 'outside-domain', 'A cosine goes from -1 to 1.'],
  ['${pow(«0, -1»)}', 'outside-domain', '0 cannot be raised to a negative exponent.'],
  [
    '${pow(«-3, 0.5»)}',
    'outside-domain',
    'A negative number can be raised to whole exponents only.',
  ],

  ['${«9223372036854775808»}', 'overflow', '`9223372036854775808` does not fit into 64 bits.'],
  ['${9223372036854775807 «+» 1}', 'overflow', 'The result of `+` does not fit into 64 bits.'],
  ['${-«(-9223372036854775808)»}', 'overflow', 'The result of `-` does not fit into 64 bits.'],
  ['${abs(«-9223372036854775808»)}', 'overflow', 'The result of `abs` does not fit into 64 bits.'],
  ['${round(«1e19»)}', 'overflow', 'The result of `round` does not fit into 64 bits.'],
  [
    '${1e308 «*» 10}',
    'overflow',
    'The result of `*` is beyond the largest double, 1.7976931348623157E308.',
  ],
  [
    '${-1.7976931348623157E308 «-» 1}',
    'overflow',
    'The result of `-` is beyond the largest double, 1.7976931348623157E308.',
  ],
  ['${«1e309»}', 'overflow', '`1e309` is beyond the largest double, 1.7976931348623157E308.'],
  ['${pow(«10, 400»)}', 'overflow', ''],
  [
    '${1e-200 «*» 1e-200}',
    'underflow',
    'The result of `*` is closer to zero than the smallest double, 4.9E-324.',
  ],
  ['${1e-300 «/» 1e300}', 'underflow', ''],
  ['${pow(«10, -400»)}', 'underflow', ''],
  ['${«$missing» + 1}', 'unknown-parameter', 'The parameter `$missing` is not declared.'],
];

describe('a mistake is told at its place', () => {
  it.each(mistakes)('%s', (marked, code, message) => {
    const text = marked.replace(/[«»]/g, '');
    const { value, errors } = evaluateExpression(text, scope());
    expect(value).toBeNull();
    expect(errors).toHaveLength(1);
    const [error] = errors;
    expect(error?.code).toBe(code);
    const { start = 0, end = 0 } = error ?? {};
    expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked);
    if (message !== '') expect(error?.message).toBe(message);
  });

  it('each of several, in their order', () => {
    const { errors } = evaluateExpression('${$a / 0 + sqrt(-1) * true + $b}', scope());
    expect(errors.map(({ code, name, start }) => [code, name, start])).toEqual([
      ['unknown-parameter', 'a', 2],
      ['division-by-zero', undefined, 7],
      ['outside-domain', undefined, 16],
      ['boolean-as-number', undefined, 22],
      ['unknown-parameter', 'b', 29],
    ]);
  });

  it('but not what only follows from one in the grammar', () => {
    const { errors } = evaluateExpression('${$a + * (2 true', scope());
    expect(errors).toHaveLength(1);
    expect(evaluateExpression('${(1 + * (2 true}', scope()).errors).toHaveLength(1);
  });

  it('that operands lie too deep within operands', () => {
    const { errors } = evaluateExpression(`\${${'('.repeat(400)}1${')'.repeat(400)}}`, scope());
    expect(errors.map(({ code }) => code)).toEqual(['too-deep']);
    expect(valueOf(`\${${'('.repeat(200)}1${')'.repeat(200)}}`)).toEqual({ type: 'int', value: 1 });
  });

  it('that the version knows no expressions', () => {
    expect(evaluateExpression('${1 +}', scope('1.0')).errors).toMatchObject([
      { code: 'not-in-version', rule: 'allowed_operators', start: 0, end: 6 },
    ]);
  });
});

describe('help proposes', () => {
  it.each([
    ['${Sqrt(4)}', 'Did you mean `sqrt`?'],
    ['${squrt(4)}', 'Did you mean `sqrt`?'],
    ['${True}', 'Did you mean `true`?'],
    ['${true AND false}', 'Did you mean `and`?'],
    ['${1 2}', undefined],
    ['${speed}', 'Write `$speed` for the value of the parameter.'],
    ['${vehicle_width}', 'Write `$vehicle_width` if a parameter of that name is meant.'],
    ['${PI}', 'Write `3.141592653589793`.'],
    ['${pi}', 'Write `3.141592653589793`.'],
    ['${5km}', 'Write the number alone, `5`.'],
    ['${1e}', 'Write the number alone, `1`.'],
    ['${1.2.3}', undefined],
    ['${2_3}', 'Write `23`, without the `_`.'],
    ['${1_000.5e2}', 'Write `1000.5e2`, without the `_`.'],
    ['${5m2}', undefined],
    ['${1 and true}', 'Write `true`.'],
    ['${not 0}', 'Write `false`.'],
    ['${2 or true}', undefined],
    ['${1,5}', 'Write a decimal number with a point.'],
    ['${(1, 5)}', undefined],
    ['${2 ** 3}', 'Write `pow(a, b)`.'],
    ['${mod(5, 3)}', 'Write `a % b`.'],
    ['${pow 2}', 'Write `pow(a, b)`.'],
    ['${+5}', 'Leave out the `+`.'],
    ['${1 == 1}', 'Values are compared by conditions and constraints, not by expressions.'],
    ['${9223372036854775808}', 'Write `9223372036854775808.0` to compute with doubles.'],
    ['${(int) 2.5}', 'Leave it out; `round`, `floor` and `ceil` make whole numbers.'],
  ])('for %s', (text, help) => {
    expect(evaluateExpression(text, scope()).errors[0]?.help).toBe(help);
  });
});

describe('a value', () => {
  it('is an expression by its first and last characters', () => {
    expect(['${1}', '${', '$a', '${1}/', '${5}}', ''].map(isExpression)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('casts, where they are accepted', () => {
  it.each([
    ['${(int) (2.9 + 1)}', 'int', 3],
    ['${(int) -2.9}', 'int', -2],
    ['${(double) 2}', 'double', 2],
    ['${(int) 2.5 * 2}', 'int', 4],
    ['${(unsignedShort) $lanes}', 'int', 4],
  ])('%s', (text, type, value) => {
    expect(evaluateExpression(text, { ...scope(), casts: true })).toEqual({
      value: { type, value },
      errors: [],
    });
  });

  it('must fit', () => {
    expect(
      evaluateExpression('${1 + (unsignedShort) 66000}', { ...scope(), casts: true }).errors,
    ).toMatchObject([{ code: 'out-of-range', rule: 'type_casting', start: 6, end: 21 }]);
  });
});

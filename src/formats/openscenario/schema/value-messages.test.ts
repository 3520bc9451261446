import { describe, expect, it } from 'vitest';
import { say, sayOfValue } from './testing/say';

describe('A number', () => {
  it('with a decimal comma', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '1,5')).toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`1,5\`: a comma is no decimal point.
      Write \`1.5\`."
    `);
  });

  it('that is empty', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '')).toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is empty.
      A number looks like \`1.5\`, \`-3\` or \`2e-3\`."
    `);
  });

  it('with a unit', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '50 km/h'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`50 km/h\`: \`km/h\` is no part of a number.
      Write the number alone, \`50\`."
    `);
  });

  it('with two points', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '1.2.3'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`1.2.3\`.
      A number looks like \`1.5\`, \`-3\` or \`2e-3\`."
    `);
  });

  it('that is none, in the wrong case', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', 'nan')).toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`nan\`.
      Write \`NaN\`."
    `);
  });

  it('with grouped digits', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '1_000'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`1_000\`: digits are written without gaps.
      Write \`1000\`."
    `);
  });

  it('in words', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', 'fast'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`fast\`.
      A number looks like \`1.5\`, \`-3\` or \`2e-3\`."
    `);
  });

  it('that is whole, with a decimal point', () => {
    expect(sayOfValue('1.2', 'ManualGear/@number', 'Int', '1.0')).toMatchInlineSnapshot(`
      "\`number\` of \`ManualGear\` must be a whole number, a parameter or an expression, but is \`1.0\`: it is not written as one.
      Write \`1\`."
    `);
  });

  it('that should be whole', () => {
    expect(sayOfValue('1.2', 'ManualGear/@number', 'Int', '1.5')).toMatchInlineSnapshot(`
      "\`number\` of \`ManualGear\` must be a whole number, a parameter or an expression, but is \`1.5\`: it has decimal places.
      Write a whole number."
    `);
  });

  it('below the least', () => {
    expect(sayOfValue('1.2', 'FileHeader/@revMajor', 'UnsignedShort', '-1')).toMatchInlineSnapshot(`
      "\`revMajor\` of \`FileHeader\` must be a whole number from 0 to 65535, a parameter or an expression, but is \`-1\`: it is below 0.
      Write a number from 0 to 65535."
    `);
  });

  it('above the most', () => {
    expect(sayOfValue('1.2', 'FileHeader/@revMinor', 'UnsignedShort', '70000'))
      .toMatchInlineSnapshot(`
        "\`revMinor\` of \`FileHeader\` must be a whole number from 0 to 65535, a parameter or an expression, but is \`70000\`: it is above 65535.
        Write a number from 0 to 65535."
      `);
  });
});

describe('A parameter or an expression', () => {
  it('that later versions accept', () => {
    expect(sayOfValue('1.0', 'AbsoluteTargetSpeed/@value', 'Double', '${$a + 3}'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is an expression, \`\${$a + 3}\`, which can stand there since 1.1 only; this file declares 1.0.
      Write the value itself, or declare 1.1."
    `);
  });

  it('with an operator that may not occur', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '${$a < 3}'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \`\${$a < 3}\`; character 6, \`<\`, cannot stand in an expression.
      Write an expression, such as \`\${2 * $speed}\`."
    `);
  });

  it('that is not closed', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '${$a + 3'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \`\${$a + 3\`, an expression that is incomplete.
      Write an expression, such as \`\${2 * $speed}\`."
    `);
  });

  it('with its marks swapped', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '{$x}'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`{$x}\`.
      Write \`$x\`."
    `);
  });

  it('with an expression in braces alone', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '{$x * 2}'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` must be a number, a parameter or an expression, but is \`{$x * 2}\`.
      Write \`\${$x * 2}\`."
    `);
  });

  it('with something after its end', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '${$Speed / 3.6} / 2'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \`\${$Speed / 3.6} / 2\`; the expression ends before character 16, a blank, and nothing may follow.
      Write \`\${$Speed / 3.6}\`, or put all of it inside."
    `);
  });

  it('after a blank', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', ' $a')).toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \` $a\`; no blank may stand before a parameter.
      Write \`$a\`."
    `);
  });

  it('with a blank inside', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '$a b'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \`$a b\`; character 3, a blank, cannot stand in a parameter.
      Write a parameter, such as \`$speed\`."
    `);
  });

  it('without a name', () => {
    expect(sayOfValue('1.2', 'AbsoluteTargetSpeed/@value', 'Double', '$')).toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is \`$\`, a parameter that is incomplete.
      Write a parameter, such as \`$speed\`."
    `);
  });

  it('where only the other may stand', () => {
    expect(sayOfValue('1.2', 'Event/@priority', 'Priority', '${$x}')).toMatchInlineSnapshot(`
      "\`priority\` of \`Event\` cannot be an expression, but is \`\${$x}\`.
      Write one of its values or a parameter."
    `);
  });

  it('where only the other may stand, with an operator that may not occur', () => {
    expect(sayOfValue('1.2', 'Event/@priority', 'Priority', '${3^foo}')).toMatchInlineSnapshot(`
      "\`priority\` of \`Event\` cannot be an expression, but is \`\${3^foo}\`.
      Write one of its values or a parameter."
    `);
  });

  it('that later versions accept, not closed', () => {
    expect(sayOfValue('1.0', 'AbsoluteTargetSpeed/@value', 'Double', '${$a + 3'))
      .toMatchInlineSnapshot(`
      "\`value\` of \`AbsoluteTargetSpeed\` is an expression, \`\${$a + 3\`, which can stand there since 1.1 only; this file declares 1.0.
      Write the value itself, or declare 1.1."
    `);
  });

  it('where neither may stand, begun only', () => {
    expect(sayOfValue('1.2', 'Event/@priority', 'Priority', '$')).toMatchInlineSnapshot(`
      "\`priority\` of \`Event\` is \`$\`, a parameter that is incomplete.
      Write a parameter, such as \`$speed\`."
    `);
  });

  it('as a date', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '${1}')).toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` cannot be an expression, but is \`\${1}\`.
      Write a date and time or a parameter."
    `);
  });
});

describe('A boolean', () => {
  it('in the wrong case', () => {
    expect(sayOfValue('1.2', 'Trajectory/@closed', 'Boolean', 'False')).toMatchInlineSnapshot(`
      "\`closed\` of \`Trajectory\` must be \`true\`, \`false\`, a parameter or an expression, but is \`False\`: it is written in lower case.
      Write \`false\`."
    `);
  });

  it('in other words', () => {
    expect(sayOfValue('1.2', 'Trajectory/@closed', 'Boolean', 'no')).toMatchInlineSnapshot(`
      "\`closed\` of \`Trajectory\` must be \`true\`, \`false\`, a parameter or an expression, but is \`no\`.
      Write \`false\`."
    `);
  });

  it('that is empty', () => {
    expect(sayOfValue('1.2', 'Trajectory/@closed', 'Boolean', '')).toMatchInlineSnapshot(`
      "\`closed\` of \`Trajectory\` must be \`true\`, \`false\`, a parameter or an expression, but is empty.
      Write \`true\` or \`false\`."
    `);
  });
});

describe('A date', () => {
  it('without a time', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020-01-01')).toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020-01-01\`: the time of day is missing.
      Write \`2020-01-01T00:00:00\`."
    `);
  });

  it('without seconds', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020-01-01T12:00'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020-01-01T12:00\`: the seconds are missing.
      Write \`2020-01-01T12:00:00\`."
    `);
  });

  it('with points in the time', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020-01-01T12.30.00'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020-01-01T12.30.00\`: \`:\` must stand between hours, minutes and seconds.
      Write \`2020-01-01T12:30:00\`."
    `);
  });

  it('with a blank', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020-01-01 12:00:00'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020-01-01 12:00:00\`: a \`T\` must stand between date and time.
      Write \`2020-01-01T12:00:00\`."
    `);
  });

  it('that does not exist', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020-02-30T12:00:00'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020-02-30T12:00:00\`: there is no such date or time.
      Check month, day, hour and minute."
    `);
  });

  it('with the day first', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '01.02.2020')).toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`01.02.2020\`: the year must come first.
      Year, month and day come in this order, as in \`2024-05-17T14:30:00\`."
    `);
  });

  it('without separators', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '20200101T120000'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`20200101T120000\`: hours, minutes and seconds must be set apart.
      Write \`2020-01-01T12:00:00\`."
    `);
  });

  it('with slashes', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', '2020/01/01T12:00:00'))
      .toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`2020/01/01T12:00:00\`: \`-\` must stand between year, month and day.
      Write \`2020-01-01T12:00:00\`."
    `);
  });

  it('in words', () => {
    expect(sayOfValue('1.2', 'FileHeader/@date', 'DateTime', 'yesterday')).toMatchInlineSnapshot(`
      "\`date\` of \`FileHeader\` must be a date and time or a parameter, but is \`yesterday\`.
      A date and time looks like \`2024-05-17T14:30:00\`."
    `);
  });
});

describe('A value of an enumeration', () => {
  it('in the wrong case', () => {
    expect(sayOfValue('1.2', 'Vehicle/@vehicleCategory', 'VehicleCategory', 'Car'))
      .toMatchInlineSnapshot(`
      "\`vehicleCategory\` of \`Vehicle\` cannot be \`Car\`; expected \`car\`, \`bicycle\`, \`bus\`, \`motorbike\`, \`semitrailer\` or one of 5 others.
      Did you mean \`car\`?"
    `);
  });

  it('misspelt', () => {
    expect(sayOfValue('1.2', 'Vehicle/@vehicleCategory', 'VehicleCategory', 'motorbkie'))
      .toMatchInlineSnapshot(`
      "\`vehicleCategory\` of \`Vehicle\` cannot be \`motorbkie\`; expected \`motorbike\`, \`bicycle\`, \`bus\`, \`car\`, \`semitrailer\` or one of 5 others.
      Did you mean \`motorbike\`?"
    `);
  });

  it('like no other', () => {
    expect(sayOfValue('1.2', 'Vehicle/@vehicleCategory', 'VehicleCategory', 'limousine'))
      .toMatchInlineSnapshot(`
      "\`vehicleCategory\` of \`Vehicle\` cannot be \`limousine\`; expected \`bicycle\`, \`bus\`, \`car\`, \`motorbike\`, \`semitrailer\` or one of 5 others.
      The values are \`bicycle\`, \`bus\`, \`car\`, \`motorbike\`, \`semitrailer\`, \`trailer\`, \`train\`, \`tram\`, \`truck\` and \`van\`."
    `);
  });

  it('like no other of a few', () => {
    expect(sayOfValue('1.2', 'Event/@priority', 'Priority', 'high')).toMatchInlineSnapshot(
      `"\`priority\` of \`Event\` cannot be \`high\`; expected \`override\`, \`parallel\` or \`skip\`."`,
    );
  });

  it('that is empty', () => {
    expect(sayOfValue('1.2', 'Vehicle/@vehicleCategory', 'VehicleCategory', ''))
      .toMatchInlineSnapshot(`
      "\`vehicleCategory\` of \`Vehicle\` is empty; expected \`bicycle\`, \`bus\`, \`car\`, \`motorbike\`, \`semitrailer\` or one of 5 others.
      The values are \`bicycle\`, \`bus\`, \`car\`, \`motorbike\`, \`semitrailer\`, \`trailer\`, \`train\`, \`tram\`, \`truck\` and \`van\`."
    `);
  });

  it('with a blank', () => {
    expect(sayOfValue('1.2', 'Vehicle/@vehicleCategory', 'VehicleCategory', ' car'))
      .toMatchInlineSnapshot(`
      "\`vehicleCategory\` of \`Vehicle\` is \` car\`: the blanks count, and no such value exists.
      Write \`car\`."
    `);
  });

  it('known since a later version', () => {
    expect(sayOfValue('1.1', 'Event/@priority', 'Priority', 'override')).toMatchInlineSnapshot(`
      "\`priority\` of \`Event\` cannot be \`override\`, which exists since 1.2; this file declares 1.1.
      Declare 1.2 if the tools that read this file know it; otherwise remove it."
    `);
  });

  it('that is deprecated', () => {
    expect(
      say('1.2', {
        kind: 'deprecated-value',
        element: 'Event',
        type: 'Event',
        attribute: 'priority',
        simpleType: 'Priority',
        value: 'overwrite',
      }),
    ).toMatchInlineSnapshot(`
      "The value \`overwrite\` of \`priority\` of \`Event\` has been deprecated since 1.2.
      Use \`override\` instead."
    `);
  });

  it('that is deprecated without a successor', () => {
    expect(
      say('1.2', {
        kind: 'deprecated-value',
        element: 'MiscObject',
        type: 'MiscObject',
        attribute: 'miscObjectCategory',
        simpleType: 'MiscObjectCategory',
        value: 'wind',
      }),
    ).toMatchInlineSnapshot(
      `"The value \`wind\` of \`miscObjectCategory\` of \`MiscObject\` has been deprecated since 1.1."`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { say, sayOfAttribute } from './testing/say';

describe('An attribute that is not known', () => {
  it('misspelt', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Vehicle/@modle3d', 'name vehicleCategory'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` has no attribute \`modle3d\`; it may also have \`model3d\`, \`role\` or \`mass\`.
      Did you mean \`model3d\`?"
    `);
  });

  it('misspelt, of XML Schema itself', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'OpenScenario/@xsi:noNamespaceShemaLocation'))
      .toMatchInlineSnapshot(`
      "\`OpenScenario\` has no attribute \`xsi:noNamespaceShemaLocation\`; it has none at all.
      Did you mean \`xsi:noNamespaceSchemaLocation\`?"
    `);
  });

  it('by half its name', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Condition/@edge', 'name delay'))
      .toMatchInlineSnapshot(`
      "\`Condition\` has no attribute \`edge\`; it may also have \`conditionEdge\`.
      Did you mean \`conditionEdge\`?"
    `);
  });

  it('in the wrong case', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Vehicle/@Name', 'vehicleCategory'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` has no attribute \`Name\`; it may also have \`name\`, \`role\`, \`mass\` or \`model3d\`.
      Did you mean \`name\`?"
    `);
  });

  it('like one that is given already', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Vehicle/@names', 'name vehicleCategory'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` has no attribute \`names\`; it may also have \`role\`, \`mass\` or \`model3d\`.
      \`name\` is given already; remove this one."
    `);
  });

  it('known since a later version', () => {
    expect(sayOfAttribute('1.1', 'unknown-attribute', 'Vehicle/@role', 'name vehicleCategory'))
      .toMatchInlineSnapshot(`
      "The attribute \`role\` of \`Vehicle\` exists since 1.2; this file declares 1.1.
      Declare 1.2 if the tools that read this file know it; otherwise remove it."
    `);
  });

  it('that belongs to a child', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Position/@x')).toMatchInlineSnapshot(`
      "\`Position\` has no attribute \`x\`; it has none at all.
      It is an attribute of \`WorldPosition\`, which may stand in here."
    `);
  });

  it('that belongs to another element', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Event/@catalogName', 'name priority'))
      .toMatchInlineSnapshot(`
      "\`Event\` has no attribute \`catalogName\`; it may also have \`maximumExecutionCount\`.
      It is an attribute of \`CatalogReference\`."
    `);
  });

  it('that is an element', () => {
    expect(
      sayOfAttribute(
        '1.2',
        'unknown-attribute',
        'Vehicle/@Axles',
        'name vehicleCategory mass role model3d',
      ),
    ).toMatchInlineSnapshot(`
      "\`Vehicle\` has no attribute \`Axles\`; it has only \`name\`, \`vehicleCategory\`, \`role\`, \`mass\` and \`model3d\`.
      \`Axles\` is an element here: write it between the tags of \`Vehicle\`."
    `);
  });

  it('on an element that has none', () => {
    expect(sayOfAttribute('1.2', 'unknown-attribute', 'Init/@foo')).toMatchInlineSnapshot(
      `"\`Init\` has no attribute \`foo\`; it has none at all."`,
    );
  });

  it('of one letter', () => {
    expect(
      sayOfAttribute('1.2', 'unknown-attribute', 'WorldPosition/@w', 'x y'),
    ).toMatchInlineSnapshot(
      `"\`WorldPosition\` has no attribute \`w\`; it may also have \`h\`, \`p\`, \`r\` or \`z\`."`,
    );
  });

  it('in a namespace', () => {
    expect(
      sayOfAttribute('1.2', 'unknown-attribute', 'Vehicle/@xml:lang', 'name vehicleCategory'),
    ).toMatchInlineSnapshot(
      `"\`Vehicle\` has no attribute \`xml:lang\`; it may also have \`role\`, \`mass\` or \`model3d\`."`,
    );
  });
});

describe('An attribute that is missing', () => {
  it('as it stands', () => {
    expect(sayOfAttribute('1.2', 'missing-attribute', 'Vehicle/@name', 'vehicleCategory'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` lacks the required attribute \`name\`.
      Add \`name="…"\`."
    `);
  });

  it('where a misspelt one is given', () => {
    expect(sayOfAttribute('1.2', 'missing-attribute', 'Vehicle/@name', 'Name vehicleCategory'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` lacks the required attribute \`name\`.
      \`Name\` may be meant: write it \`name\`."
    `);
  });

  it('with certain values', () => {
    expect(sayOfAttribute('1.2', 'missing-attribute', 'Vehicle/@vehicleCategory', 'name'))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` lacks the required attribute \`vehicleCategory\`.
      Add \`vehicleCategory="…"\`, which is one of \`bicycle\`, \`bus\`, \`car\`, \`motorbike\`, \`semitrailer\` or 5 others."
    `);
  });

  it('which later versions do without', () => {
    expect(sayOfAttribute('1.0', 'missing-attribute', 'Vertex/@time')).toMatchInlineSnapshot(`
      "\`Vertex\` lacks the required attribute \`time\` (optional since 1.1; this file declares 1.0).
      Add \`time="…"\`."
    `);
  });
});

describe('A deprecated attribute', () => {
  it('with one successor', () => {
    expect(sayOfAttribute('1.1', 'deprecated-attribute', 'Pedestrian/@model'))
      .toMatchInlineSnapshot(`
      "The attribute \`model\` of \`Pedestrian\` has been deprecated since 1.1.
      Use the attribute \`model3d\` instead."
    `);
  });

  it('with two', () => {
    expect(sayOfAttribute('1.2', 'deprecated-attribute', 'TimeHeadwayCondition/@alongRoute'))
      .toMatchInlineSnapshot(`
      "The attribute \`alongRoute\` of \`TimeHeadwayCondition\` has been deprecated since 1.1.
      Use the attribute \`coordinateSystem\` and the attribute \`relativeDistanceType\` instead."
    `);
  });

  it('with elements for a successor', () => {
    expect(sayOfAttribute('1.2', 'deprecated-attribute', 'OverrideBrakeAction/@value'))
      .toMatchInlineSnapshot(`
      "The attribute \`value\` of \`OverrideBrakeAction\` has been deprecated since 1.2.
      Use \`BrakePercent\` or \`BrakeForce\` instead."
    `);
  });
});

describe('An attribute of XML Schema', () => {
  it('xsi:nil', () => {
    expect(say('1.2', { kind: 'xsi-nil', element: 'Vehicle', type: 'Vehicle' }))
      .toMatchInlineSnapshot(`
      "\`Vehicle\` carries \`xsi:nil\`, but no element here can be nil.
      Remove the attribute."
    `);
  });

  it('xsi:type', () => {
    expect(say('1.2', { kind: 'xsi-type', element: 'Vehicle', type: 'Vehicle', value: 'Car' }))
      .toMatchInlineSnapshot(`
      "\`xsi:type\` gives \`Vehicle\` the type \`Car\`; its type is \`Vehicle\`.
      Remove the attribute: the type is known without it."
    `);
  });
});

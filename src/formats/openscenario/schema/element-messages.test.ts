import { describe, expect, it } from 'vitest';
import { say, sayOfChildren } from './testing/say';

describe('An element that is not known there', () => {
  it('misspelt', () => {
    expect(sayOfChildren('1.0', 'Vertex', 'Positon')).toMatchInlineSnapshot(`
      "\`Vertex\` cannot contain \`Positon\`; expected \`Position\`.
      Did you mean \`Position\`?"
    `);
  });

  it('by half its name', () => {
    expect(sayOfChildren('1.2', 'SpeedAction', 'SpeedActionDynamics Target'))
      .toMatchInlineSnapshot(`
      "\`SpeedAction\` cannot contain \`Target\`; expected \`SpeedActionTarget\`.
      Did you mean \`SpeedActionTarget\`?"
    `);
  });

  it('known since a later version', () => {
    expect(sayOfChildren('1.1', 'GlobalAction', 'SetMonitorAction')).toMatchInlineSnapshot(`
      "\`SetMonitorAction\` in \`GlobalAction\` exists since 1.3; this file declares 1.1.
      Declare 1.3 if the tools that read this file know it; otherwise remove it."
    `);
  });

  it('known in an earlier version under a misspelt name', () => {
    expect(sayOfChildren('1.3', 'Phase', 'TrafficeSignalGroupState')).toMatchInlineSnapshot(`
      "\`TrafficeSignalGroupState\` in \`Phase\` exists in 1.2 only; this file declares 1.3.
      Did you mean \`TrafficSignalGroupState\`?"
    `);
  });

  it('known in a later version, and elsewhere', () => {
    expect(sayOfChildren('1.1', 'PrivateAction', 'LightStateAction')).toMatchInlineSnapshot(`
      "\`PrivateAction\` cannot contain \`LightStateAction\`; expected \`LongitudinalAction\`, \`LateralAction\`, \`VisibilityAction\`, \`SynchronizeAction\`, \`ActivateControllerAction\` or one of 3 others, or the end of \`PrivateAction\`.
      \`LightStateAction\` exists since 1.2; this file declares 1.1. It belongs in \`AppearanceAction\`."
    `);
  });

  it('that belongs to another parent', () => {
    expect(sayOfChildren('1.2', 'Entities', 'Vehicle')).toMatchInlineSnapshot(`
      "\`Entities\` cannot contain \`Vehicle\`; expected \`ScenarioObject\` or \`EntitySelection\`, or the end of \`Entities\`.
      \`Vehicle\` belongs in \`Catalog\` or \`ScenarioObject\`."
    `);
  });

  it('that belongs one level further down', () => {
    expect(sayOfChildren('1.2', 'PrivateAction', 'SpeedAction')).toMatchInlineSnapshot(`
      "\`PrivateAction\` cannot contain \`SpeedAction\`; expected \`LongitudinalAction\`, \`LateralAction\`, \`VisibilityAction\`, \`SynchronizeAction\`, \`ActivateControllerAction\` or one of 4 others, or the end of \`PrivateAction\`.
      \`SpeedAction\` belongs in \`LongitudinalAction\`."
    `);
  });

  it('misspelt, and belonging to another parent', () => {
    expect(sayOfChildren('1.2', 'Entities', 'Vehicel')).toMatchInlineSnapshot(`
      "\`Entities\` cannot contain \`Vehicel\`; expected \`ScenarioObject\` or \`EntitySelection\`, or the end of \`Entities\`.
      There is \`Vehicle\`, which belongs in \`Catalog\` or \`ScenarioObject\`."
    `);
  });

  it('that is an attribute', () => {
    expect(sayOfChildren('1.2', 'Vehicle', 'name')).toMatchInlineSnapshot(`
      "\`Vehicle\` cannot contain \`name\`; expected \`ParameterDeclarations\`, \`BoundingBox\`, \`Performance\`, \`Axles\` or \`Properties\`.
      \`name\` is an attribute here: write it in the start tag."
    `);
  });

  it('that nothing resembles', () => {
    expect(sayOfChildren('1.2', 'Entities', 'Foo')).toMatchInlineSnapshot(
      `"\`Entities\` cannot contain \`Foo\`; expected \`ScenarioObject\` or \`EntitySelection\`, or the end of \`Entities\`."`,
    );
  });

  it('in a namespace', () => {
    expect(
      say('1.2', {
        kind: 'unknown-element',
        element: 'Entities',
        type: 'OpenScenario',
        parent: 'OpenSCENARIO',
        expected: ['Entities'],
      }),
    ).toMatchInlineSnapshot(`
      "\`Entities\` in \`OpenSCENARIO\` is in a namespace; it must be in none.
      Remove the prefix or the declaration of the namespace."
    `);
  });

  it('in a file that declares no version to go by', () => {
    expect(
      say(
        '1.3',
        {
          kind: 'unknown-element',
          element: 'TrafficeSignalGroupState',
          type: 'Phase',
          parent: 'Phase',
          expected: [],
          mayEnd: true,
        },
        false,
      ),
    ).toMatchInlineSnapshot(`
      "\`TrafficeSignalGroupState\` in \`Phase\` exists in 1.2 only; this file is checked against 1.3.
      Did you mean \`TrafficSignalGroupState\`?"
    `);
  });
});

describe('An element where the order is no longer judged', () => {
  it('is told without what was expected', () => {
    expect(
      say('1.2', { kind: 'unknown-element', element: 'Positon', type: 'Vertex', parent: 'Vertex' }),
    ).toMatchInlineSnapshot(`
      "\`Vertex\` cannot contain \`Positon\`.
      Did you mean \`Position\`?"
    `);
    expect(
      say('1.2', {
        kind: 'unexpected-element',
        element: 'Entities',
        type: 'OpenScenario',
        parent: 'OpenSCENARIO',
      }),
    ).toMatchInlineSnapshot(`"\`Entities\` cannot stand here in \`OpenSCENARIO\`."`);
  });
});

describe('An element at the wrong place', () => {
  it('before something that is required', () => {
    expect(sayOfChildren('1.2', 'OpenSCENARIO', 'FileHeader RoadNetwork', 'OpenScenario'))
      .toMatchInlineSnapshot(`
        "\`OpenSCENARIO\` lacks \`CatalogLocations\` before \`RoadNetwork\`.
        Add it there, or move it up if it stands further down."
      `);
  });

  it('before enough of something', () => {
    expect(sayOfChildren('1.2', 'Nurbs', 'ControlPoint Knot')).toMatchInlineSnapshot(`
      "\`Nurbs\` needs at least 2 \`ControlPoint\` elements before \`Knot\`.
      Add more there, or move them up if they stand further down."
    `);
  });

  it('before a required choice', () => {
    expect(sayOfChildren('1.3', 'ScenarioObject', 'ObjectController')).toMatchInlineSnapshot(`
      "\`ScenarioObject\` lacks one of \`CatalogReference\`, \`Vehicle\`, \`Pedestrian\`, \`MiscObject\` or \`ExternalObjectReference\` before \`ObjectController\`.
      Add the one that is meant there, or move it up if it stands further down."
    `);
  });

  it('too late, if it is not there twice', () => {
    expect(
      sayOfChildren(
        '1.2',
        'OpenSCENARIO',
        'FileHeader ParameterDeclarations CatalogLocations RoadNetwork ParameterDeclarations',
        'OpenScenario',
      ),
    ).toMatchInlineSnapshot(`
      "In \`OpenSCENARIO\`, \`ParameterDeclarations\` must come before \`CatalogLocations\`, and only once.
      Move it up, or remove it if there is one above."
    `);
  });

  it('too late, of a kind that may be repeated', () => {
    expect(sayOfChildren('1.2', 'Catalog', 'Controller Vehicle')).toMatchInlineSnapshot(`
      "In \`Catalog\`, \`Vehicle\` must come before \`Controller\`.
      Move it up, or remove it if there is one above."
    `);
  });

  it('a second time in a sequence', () => {
    expect(
      sayOfChildren(
        '1.2',
        'OpenSCENARIO',
        'FileHeader CatalogLocations RoadNetwork CatalogLocations',
        'OpenScenario',
      ),
    ).toMatchInlineSnapshot(`
      "A second \`CatalogLocations\` in \`OpenSCENARIO\`; only one may stand there.
      Remove one of them."
    `);
  });

  it('a second time at the end', () => {
    expect(
      sayOfChildren(
        '1.2',
        'OpenSCENARIO',
        'FileHeader CatalogLocations RoadNetwork Entities Storyboard Storyboard',
        'OpenScenario',
      ),
    ).toMatchInlineSnapshot(`
      "A second \`Storyboard\` in \`OpenSCENARIO\`; only one may stand there.
      Remove one of them."
    `);
  });

  it('a second time where any order is right', () => {
    expect(sayOfChildren('1.2', 'Vehicle', 'BoundingBox Performance BoundingBox'))
      .toMatchInlineSnapshot(`
      "A second \`BoundingBox\` in \`Vehicle\`; only one may stand there.
      Remove one of them."
    `);
  });

  it('beside another that excludes it', () => {
    expect(sayOfChildren('1.3', 'PrivateAction', 'LateralAction RoutingAction'))
      .toMatchInlineSnapshot(`
        "\`PrivateAction\` may contain one element only; \`RoutingAction\` is one too many.
        Keep one of them, or give each a \`PrivateAction\` of its own where that may be repeated."
      `);
  });

  it('beside another of a few that exclude it', () => {
    expect(sayOfChildren('1.3', 'ScenarioObject', 'Vehicle Pedestrian')).toMatchInlineSnapshot(`
      "\`ScenarioObject\` may contain only one of \`Pedestrian\`, \`CatalogReference\`, \`Vehicle\`, \`MiscObject\` or \`ExternalObjectReference\`; \`Pedestrian\` is one too many.
      Keep one of them, or give each a \`ScenarioObject\` of its own where that may be repeated."
    `);
  });

  it('beside repeated ones that exclude it', () => {
    expect(sayOfChildren('1.3', 'Members', 'EntityRef ByType', 'SelectedEntities'))
      .toMatchInlineSnapshot(`
      "\`Members\` may contain only one of \`ByType\` or \`EntityRef\`; \`ByType\` is one too many.
      Keep one of them."
    `);
  });

  it('in a document of another kind', () => {
    expect(
      sayOfChildren('1.2', 'OpenSCENARIO', 'FileHeader CatalogLocations Catalog', 'OpenScenario'),
    ).toMatchInlineSnapshot(`
      "\`OpenSCENARIO\` may contain only one of \`Catalog\`, \`CatalogLocations\` or \`ParameterValueDistribution\`; \`Catalog\` is one too many.
      Keep one of them."
    `);
  });
});

describe('An element that is missing', () => {
  it('in a sequence', () => {
    expect(sayOfChildren('1.2', 'Act', 'ManeuverGroup')).toMatchInlineSnapshot(`
      "\`Act\` lacks \`StartTrigger\` (optional since 1.3; this file declares 1.2).
      Add it after \`ManeuverGroup\`."
    `);
  });

  it('several of them', () => {
    expect(
      sayOfChildren(
        '1.2',
        'OpenSCENARIO',
        'FileHeader CatalogLocations RoadNetwork',
        'OpenScenario',
      ),
    ).toMatchInlineSnapshot(`
      "\`OpenSCENARIO\` lacks \`Entities\` and \`Storyboard\`.
      Add them, in this order."
    `);
  });

  it('of which only some could follow at once', () => {
    expect(sayOfChildren('1.2', 'OpenSCENARIO', '', 'OpenScenario')).toMatchInlineSnapshot(`
      "\`OpenSCENARIO\` lacks \`FileHeader\` and one of \`CatalogLocations\`, \`Catalog\` or \`ParameterValueDistribution\`.
      Add them, in this order."
    `);
  });

  it('in any order', () => {
    expect(sayOfChildren('1.2', 'Vehicle', 'BoundingBox')).toMatchInlineSnapshot(`
      "\`Vehicle\` lacks \`Performance\`, \`Axles\` and \`Properties\`.
      Add them."
    `);
  });

  it('one out of many', () => {
    expect(sayOfChildren('1.3', 'PrivateAction', '')).toMatchInlineSnapshot(`
      "\`PrivateAction\` lacks one of \`LongitudinalAction\`, \`LateralAction\`, \`VisibilityAction\`, \`SynchronizeAction\`, \`ActivateControllerAction\` or 5 others (it could be empty until 1.2; this file declares 1.3).
      Add the one that is meant."
    `);
  });

  it('one out of a few kinds of document', () => {
    expect(sayOfChildren('1.2', 'OpenSCENARIO', 'FileHeader', 'OpenScenario'))
      .toMatchInlineSnapshot(`
      "\`OpenSCENARIO\` lacks one of \`CatalogLocations\`, \`Catalog\` or \`ParameterValueDistribution\`.
      Add the one that is meant."
    `);
  });

  it('one more of the same', () => {
    expect(sayOfChildren('1.2', 'Polyline', 'Vertex')).toMatchInlineSnapshot(`
      "\`Polyline\` needs at least 2 \`Vertex\` elements.
      Add more \`Vertex\` elements."
    `);
  });

  it('where another has occurred often enough', () => {
    expect(sayOfChildren('1.2', 'Nurbs', 'ControlPoint ControlPoint Knot')).toMatchInlineSnapshot(`
      "\`Nurbs\` needs at least 2 \`Knot\` elements.
      Add more \`Knot\` elements."
    `);
  });

  it('in a version that asked for both of two', () => {
    expect(sayOfChildren('1.2', 'AppearanceAction', 'LightStateAction')).toMatchInlineSnapshot(`
      "\`AppearanceAction\` lacks \`AnimationAction\` (since 1.3 one of \`LightStateAction\` or \`AnimationAction\` is enough; this file declares 1.2).
      Add it after \`LightStateAction\`."
    `);
  });
});

describe('Content where none or other may be', () => {
  it('text between elements', () => {
    expect(say('1.2', { kind: 'unexpected-text', element: 'Vehicle', type: 'Vehicle' }))
      .toMatchInlineSnapshot(`
      "Text stands in \`Vehicle\`, which can contain elements only.
      Remove it, or make it a comment: <!-- … -->."
    `);
  });

  it('text in an empty element', () => {
    expect(
      say('1.2', {
        kind: 'content-in-empty',
        element: 'WorldPosition',
        type: 'WorldPosition',
        white: false,
      }),
    ).toMatchInlineSnapshot(`
      "\`WorldPosition\` must be empty, but contains text.
      Close the tag at once, \`<WorldPosition … />\`; a comment may stand inside, and nothing else."
    `);
  });

  it('a line break in an empty element', () => {
    expect(
      say('1.2', {
        kind: 'content-in-empty',
        element: 'WorldPosition',
        type: 'WorldPosition',
        white: true,
      }),
    ).toMatchInlineSnapshot(`
      "\`WorldPosition\` must be empty, but contains blanks or line breaks.
      Close the tag at once, \`<WorldPosition … />\`; a comment may stand inside, and nothing else."
    `);
  });

  it('an element in an empty one', () => {
    expect(sayOfChildren('1.2', 'WorldPosition', 'Orientation')).toMatchInlineSnapshot(`
      "\`Orientation\` stands in \`WorldPosition\`, which must be empty.
      \`Orientation\` belongs in \`RoadPosition\`, \`RoutePosition\`, \`RelativeWorldPosition\`, \`RelativeObjectPosition\`, \`RelativeRoadPosition\` or one of 4 others."
    `);
  });

  it('an element in one that was empty in this version', () => {
    expect(sayOfChildren('1.0', 'FileHeader', 'License')).toMatchInlineSnapshot(`
      "\`License\` in \`FileHeader\` exists since 1.1; this file declares 1.0.
      Declare 1.1 if the tools that read this file know it; otherwise remove it."
    `);
  });

  it('an element in one with text', () => {
    expect(sayOfChildren('1.2', 'License', 'b')).toMatchInlineSnapshot(
      `"\`b\` stands in \`License\`, which can contain text only."`,
    );
  });
});

describe('The root element', () => {
  it('misspelt', () => {
    expect(say('1.2', { kind: 'unexpected-root', element: 'openscenario', type: '' }))
      .toMatchInlineSnapshot(`
      "The root element is \`openscenario\`; it must be \`OpenSCENARIO\` or \`OpenScenario\`.
      Did you mean \`OpenSCENARIO\`?"
    `);
  });

  it('that belongs into it', () => {
    expect(say('1.2', { kind: 'unexpected-root', element: 'Catalog', type: '' }))
      .toMatchInlineSnapshot(`
        "The root element is \`Catalog\`; it must be \`OpenSCENARIO\` or \`OpenScenario\`.
        \`Catalog\` belongs directly under the root."
      `);
  });

  it('of something else', () => {
    expect(
      say('1.2', { kind: 'unexpected-root', element: 'html', type: '' }),
    ).toMatchInlineSnapshot(
      `"The root element is \`html\`; it must be \`OpenSCENARIO\` or \`OpenScenario\`."`,
    );
  });

  it('in a namespace', () => {
    expect(
      say('1.2', {
        kind: 'unexpected-root',
        element: 'OpenSCENARIO',
        type: '',
        namespace: 'http://www.asam.net',
      }),
    ).toMatchInlineSnapshot(`
        "The root element \`OpenSCENARIO\` is in the namespace \`http://www.asam.net\`; it must be in none.
        Remove the declaration of the namespace, \`xmlns\`, and prefixes."
      `);
  });
});

describe('A deprecated element', () => {
  it('with a successor', () => {
    expect(
      say('1.2', {
        kind: 'deprecated-element',
        element: 'ParameterAction',
        type: 'GlobalAction',
        parent: 'GlobalAction',
      }),
    ).toMatchInlineSnapshot(`
      "\`ParameterAction\` in \`GlobalAction\` has been deprecated since 1.2.
      Use \`VariableAction\` instead."
    `);
  });

  it('without one', () => {
    expect(
      say('1.3', {
        kind: 'deprecated-element',
        element: 'TrafficDefinition',
        type: 'TrafficSinkAction',
        parent: 'TrafficSinkAction',
      }),
    ).toMatchInlineSnapshot(
      `"\`TrafficDefinition\` in \`TrafficSinkAction\` has been deprecated since 1.3."`,
    );
  });

  it('by its type', () => {
    expect(
      say('1.2', {
        kind: 'deprecated-element',
        element: 'ReachPositionCondition',
        type: 'EntityCondition',
        parent: 'EntityCondition',
      }),
    ).toMatchInlineSnapshot(`
      "\`ReachPositionCondition\` in \`EntityCondition\` has been deprecated since 1.2.
      Use \`DistanceCondition\` instead."
    `);
  });
});

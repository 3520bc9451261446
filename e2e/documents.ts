/** Small documents to give to the page: what each is wrong with is in its name. */

const body = `  <FileHeader revMajor="1" revMinor="2" date="2024-03-01T09:30:00" author="Test" description="Small"/>
  <CatalogLocations/>
  <RoadNetwork/>
  <Entities/>
  <Storyboard>
    <Init>
      <Actions/>
    </Init>
    <StopTrigger/>
  </Storyboard>
`;

/** A scenario without a mistake. */
export const valid = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSCENARIO>
${body}</OpenSCENARIO>
`;

/** Line 5 holds an element that does not exist. */
export const invalid = valid.replace('<RoadNetwork/>', '<RoadNetwrk/>');

/** The root element is never closed. */
export const malformed = valid.replace('</OpenSCENARIO>\n', '');

/** The shape is right, but line 10 speaks of an entity that nobody declares. */
export const senseless = valid.replace(
  '      <Actions/>\n',
  `      <Actions>
        <Private entityRef="Ego"><PrivateAction><VisibilityAction graphics="true" sensors="true" traffic="true"/></PrivateAction></Private>
      </Actions>
`,
);

/** Declares a version that does not exist. */
export const unsupported = valid.replace('revMinor="2"', 'revMinor="9"');

/**
 * A scenario with so many mistakes, one a line: entities whose attribute has no name that exists.
 */
export function withMistakes(count: number): string {
  const entities = Array.from(
    { length: count },
    (_, index) =>
      `    <ScenarioObject name="Vehicle_${index}"><CatalogReference catalogName="c" entryNme="e"/></ScenarioObject>\n`,
  );
  return valid.replace('  <Entities/>\n', `  <Entities>\n${entities.join('')}  </Entities>\n`);
}

/** The root element and the three kinds of document that may stand in it. */
export const documents = `
root OpenSCENARIO: OpenScenario
root OpenScenario

type OpenScenario
  sequence
    FileHeader
    group OpenScenarioCategory

group OpenScenarioCategory
  choice
    group ScenarioDefinition
    group CatalogDefinition
    group ParameterValueDistributionDefinition, since 1.1

group ScenarioDefinition
  sequence
    ParameterDeclarations?
    VariableDeclarations?, since 1.2
    MonitorDeclarations?, since 1.3
    CatalogLocations
    RoadNetwork
    Entities
    Storyboard

group CatalogDefinition
  sequence: Catalog

group ParameterValueDistributionDefinition, since 1.1
  sequence: ParameterValueDistribution
`;

/** Parameters, variables and monitors as they are declared. */
export const declarations = `
type ParameterDeclarations
  sequence: ParameterDeclaration*

type ParameterDeclaration
  @name: String
  @parameterType: ParameterType
  @value: String
  sequence, since 1.1
    ConstraintGroup*: ValueConstraintGroup

type ValueConstraintGroup, since 1.1
  sequence: ValueConstraint+

type ValueConstraint, since 1.1
  @rule: Rule
  @value: String

type VariableDeclarations, since 1.2
  sequence: VariableDeclaration*

type VariableDeclaration, since 1.2
  @name: String
  @variableType: ParameterType
  @value: String

type MonitorDeclarations, since 1.3
  sequence: MonitorDeclaration*

type MonitorDeclaration, since 1.3
  @name: String
  @value: Boolean
`;

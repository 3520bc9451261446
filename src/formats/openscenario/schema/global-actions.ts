/** Actions that concern no single entity, but for traffic. */
export const globalActions = `
type GlobalAction
  choice, may be empty until 1.2
    EnvironmentAction
    EntityAction
    InfrastructureAction
    SetMonitorAction, since 1.3
    ParameterAction, deprecated 1.2 → VariableAction
    TrafficAction
    VariableAction, since 1.2

type EnvironmentAction
  choice, may be empty until 1.2: Environment CatalogReference

type EntityAction
  @entityRef: String
  choice, may be empty until 1.2: AddEntityAction DeleteEntityAction

type AddEntityAction
  all: Position

type DeleteEntityAction

type InfrastructureAction
  all: TrafficSignalAction

type TrafficSignalAction
  choice, may be empty until 1.2: TrafficSignalControllerAction TrafficSignalStateAction

type TrafficSignalControllerAction
  @trafficSignalControllerRef @phase: String

type TrafficSignalStateAction
  @name @state: String

type SetMonitorAction, since 1.3
  @monitorRef: String
  @value: Boolean

type VariableAction, since 1.2
  @variableRef: String
  choice, may be empty until 1.2
    SetAction: VariableSetAction
    ModifyAction: VariableModifyAction

type VariableSetAction, since 1.2
  @value: String

type VariableModifyAction, since 1.2
  all
    Rule: VariableModifyRule

type VariableModifyRule, since 1.2
  choice, may be empty until 1.2
    AddValue: VariableAddValueRule
    MultiplyByValue: VariableMultiplyByValueRule

type VariableAddValueRule, since 1.2
  @value: Double

type VariableMultiplyByValueRule, since 1.2
  @value: Double

type ParameterAction, deprecated 1.2 → VariableAction
  @parameterRef: String
  choice, may be empty until 1.2
    SetAction: ParameterSetAction, deprecated 1.2 → VariableAction/SetAction
    ModifyAction: ParameterModifyAction, deprecated 1.2 → VariableAction/ModifyAction

type ParameterSetAction, deprecated 1.2 → VariableSetAction
  @value: String

type ParameterModifyAction, deprecated 1.2 → VariableModifyAction
  all
    Rule: ModifyRule

type ModifyRule, deprecated 1.2 → VariableModifyRule
  choice, may be empty until 1.2
    AddValue: ParameterAddValueRule
    MultiplyByValue: ParameterMultiplyByValueRule

type ParameterAddValueRule, deprecated 1.2 → VariableAddValueRule
  @value: Double

type ParameterMultiplyByValueRule, deprecated 1.2 → VariableMultiplyByValueRule
  @value: Double
`;

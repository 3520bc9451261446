/** The storyboard, from the initial actions down to the single event. */
export const storyboard = `
type Storyboard
  sequence
    Init
    Story+, * since 1.2
    StopTrigger: Trigger, ? since 1.3

type Init
  sequence
    Actions: InitActions

type InitActions
  sequence: GlobalAction* UserDefinedAction* Private*

type Private
  @entityRef: String
  sequence: PrivateAction+

type Story
  @name: String
  sequence: ParameterDeclarations? Act+

type Act
  @name: String
  sequence
    ManeuverGroup+
    StartTrigger: Trigger, ? since 1.3
    StopTrigger?: Trigger

type ManeuverGroup
  @maximumExecutionCount: UnsignedInt
  @name: String
  sequence: Actors CatalogReference* Maneuver*

type Actors
  @selectTriggeringEntities: Boolean
  sequence: EntityRef*

type Maneuver
  @name: String
  sequence: ParameterDeclarations? Event+

type Event
  @maximumExecutionCount?: UnsignedInt
  @name: String
  @priority: Priority
  sequence
    Action+
    StartTrigger: Trigger, ? since 1.1

type Action
  @name: String
  choice, may be empty until 1.2: GlobalAction UserDefinedAction PrivateAction

type UserDefinedAction
  sequence: CustomCommandAction

type CustomCommandAction
  @type: String
  text

type Trigger
  sequence: ConditionGroup*
`;

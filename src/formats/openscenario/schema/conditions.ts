/** Conditions, by entity and by value. */
export const conditions = `
type ConditionGroup
  sequence: Condition+

type Condition
  @conditionEdge: ConditionEdge
  @delay: Double
  @name: String
  choice, may be empty until 1.2: ByEntityCondition ByValueCondition

type ByEntityCondition
  all: TriggeringEntities EntityCondition

type TriggeringEntities
  @triggeringEntitiesRule: TriggeringEntitiesRule
  sequence: EntityRef+

type EntityCondition
  choice, may be empty until 1.2
    EndOfRoadCondition
    CollisionCondition
    OffroadCondition
    TimeHeadwayCondition
    TimeToCollisionCondition
    AccelerationCondition
    StandStillCondition
    SpeedCondition
    RelativeSpeedCondition
    TraveledDistanceCondition
    ReachPositionCondition, deprecated 1.2 → DistanceCondition
    DistanceCondition
    RelativeDistanceCondition
    RelativeClearanceCondition, since 1.2
    AngleCondition, since 1.3
    RelativeAngleCondition, since 1.3

type EndOfRoadCondition
  @duration: Double

type CollisionCondition
  choice, may be empty until 1.2
    EntityRef
    ByType: ByObjectType

type ByObjectType
  @type: ObjectType

type OffroadCondition
  @duration: Double

type TimeHeadwayCondition
  @entityRef: String
  @alongRoute: Boolean, ? since 1.1, deprecated 1.1 → @coordinateSystem and @relativeDistanceType
  @freespace: Boolean
  @rule: Rule
  @value: Double
  @coordinateSystem?: CoordinateSystem, since 1.1
  @relativeDistanceType?: RelativeDistanceType, since 1.1
  @routingAlgorithm?: RoutingAlgorithm, since 1.2

type TimeToCollisionCondition
  @alongRoute: Boolean, ? since 1.1, deprecated 1.1 → @coordinateSystem and @relativeDistanceType
  @freespace: Boolean
  @rule: Rule
  @value: Double
  @relativeDistanceType?: RelativeDistanceType, since 1.1
  @coordinateSystem?: CoordinateSystem, since 1.1
  @routingAlgorithm?: RoutingAlgorithm, since 1.2
  all: TimeToCollisionConditionTarget

type TimeToCollisionConditionTarget
  choice, may be empty until 1.2: Position EntityRef

type AccelerationCondition
  @rule: Rule
  @value: Double
  @direction?: DirectionalDimension, since 1.2

type StandStillCondition
  @duration: Double

type SpeedCondition
  @rule: Rule
  @value: Double
  @direction?: DirectionalDimension, since 1.2

type RelativeSpeedCondition
  @entityRef: String
  @rule: Rule
  @value: Double
  @direction?: DirectionalDimension, since 1.2

type TraveledDistanceCondition
  @value: Double

type ReachPositionCondition, deprecated 1.2 → DistanceCondition
  @tolerance: Double
  all: Position

type DistanceCondition
  @alongRoute: Boolean, ? since 1.1, deprecated 1.1 → @coordinateSystem and @relativeDistanceType
  @freespace: Boolean
  @rule: Rule
  @value: Double
  @coordinateSystem?: CoordinateSystem, since 1.1
  @relativeDistanceType?: RelativeDistanceType, since 1.1
  @routingAlgorithm?: RoutingAlgorithm, since 1.2
  all: Position

type RelativeDistanceCondition
  @entityRef: String
  @freespace: Boolean
  @relativeDistanceType: RelativeDistanceType
  @rule: Rule
  @value: Double
  @coordinateSystem?: CoordinateSystem, since 1.1
  @routingAlgorithm?: RoutingAlgorithm, since 1.2

type RelativeClearanceCondition, since 1.2
  @oppositeLanes: Boolean
  @distanceForward? @distanceBackward?: Double
  @freeSpace: Boolean
  sequence: RelativeLaneRange* EntityRef*

type RelativeLaneRange, since 1.2
  @from? @to?: Int

type AngleCondition, since 1.3
  @angleType: AngleType
  @angle @angleTolerance: Double
  @coordinateSystem?: CoordinateSystem

type RelativeAngleCondition, since 1.3
  @entityRef: String
  @angleType: AngleType
  @angle @angleTolerance: Double
  @coordinateSystem?: CoordinateSystem

type ByValueCondition
  choice, may be empty until 1.2
    ParameterCondition
    TimeOfDayCondition
    SimulationTimeCondition
    StoryboardElementStateCondition
    UserDefinedValueCondition
    TrafficSignalCondition
    TrafficSignalControllerCondition
    VariableCondition, since 1.2

type ParameterCondition
  @parameterRef: String
  @rule: Rule
  @value: String

type TimeOfDayCondition
  @dateTime: DateTime
  @rule: Rule

type SimulationTimeCondition
  @rule: Rule
  @value: Double

type StoryboardElementStateCondition
  @storyboardElementRef: String
  @state: StoryboardElementState
  @storyboardElementType: StoryboardElementType

type UserDefinedValueCondition
  @name: String
  @rule: Rule
  @value: String

type TrafficSignalCondition
  @name @state: String

type TrafficSignalControllerCondition
  @trafficSignalControllerRef @phase: String

type VariableCondition, since 1.2
  @variableRef: String
  @rule: Rule
  @value: String
`;

/** Actions on the speed of an entity and its distance along the road; meeting at a place in time. */
export const longitudinalActions = `
type LongitudinalAction
  choice, may be empty until 1.2
    SpeedAction
    LongitudinalDistanceAction
    SpeedProfileAction, since 1.2

type SpeedAction
  all
    SpeedActionDynamics: TransitionDynamics
    SpeedActionTarget

type SpeedActionTarget
  choice, may be empty until 1.2: RelativeTargetSpeed AbsoluteTargetSpeed

type AbsoluteTargetSpeed
  @value: Double

type RelativeTargetSpeed
  @entityRef: String
  @continuous: Boolean
  @speedTargetValueType: SpeedTargetValueType
  @value: Double

type SpeedProfileAction, since 1.2
  @entityRef?: String
  @followingMode: FollowingMode
  sequence: DynamicConstraints? SpeedProfileEntry+

type SpeedProfileEntry, since 1.2
  @speed @time?: Double

type LongitudinalDistanceAction
  @entityRef: String
  @continuous: Boolean
  @distance?: Double
  @freespace: Boolean
  @timeGap?: Double
  @displacement?: LongitudinalDisplacement, since 1.1
  @coordinateSystem?: CoordinateSystem, since 1.1
  all: DynamicConstraints?

type DynamicConstraints
  @maxAcceleration?: Double
  @maxAccelerationRate?: Double, since 1.2
  @maxDeceleration?: Double
  @maxDecelerationRate?: Double, since 1.2
  @maxSpeed?: Double

type TransitionDynamics
  @dynamicsDimension: DynamicsDimension
  @dynamicsShape: DynamicsShape
  @followingMode?: FollowingMode, since 1.2
  @value: Double

type SynchronizeAction
  @masterEntityRef: String
  @targetToleranceMaster? @targetTolerance?: Double, since 1.1
  all
    TargetPositionMaster: Position
    TargetPosition: Position
    FinalSpeed?

type FinalSpeed
  choice, may be empty until 1.2: AbsoluteSpeed RelativeSpeedToMaster

type AbsoluteSpeed
  @value: Double
  sequence, since 1.1
    group SteadyState?

type RelativeSpeedToMaster
  @speedTargetValueType: SpeedTargetValueType
  @value: Double
  sequence, since 1.1
    group SteadyState?

group SteadyState, since 1.1
  choice: TargetDistanceSteadyState TargetTimeSteadyState

type TargetDistanceSteadyState, since 1.1
  @distance: Double

type TargetTimeSteadyState, since 1.1
  @time: Double
`;

/** Actions that move an entity sideways. */
export const lateralActions = `
type LateralAction
  choice, may be empty until 1.2: LaneChangeAction LaneOffsetAction LateralDistanceAction

type LaneChangeAction
  @targetLaneOffset?: Double
  all
    LaneChangeActionDynamics: TransitionDynamics
    LaneChangeTarget

type LaneChangeTarget
  choice, may be empty until 1.2: RelativeTargetLane AbsoluteTargetLane

type AbsoluteTargetLane
  @value: String

type RelativeTargetLane
  @entityRef: String
  @value: Int

type LaneOffsetAction
  @continuous: Boolean
  all: LaneOffsetActionDynamics LaneOffsetTarget

type LaneOffsetActionDynamics
  @dynamicsShape: DynamicsShape
  @maxLateralAcc?: Double

type LaneOffsetTarget
  choice, may be empty until 1.2: RelativeTargetLaneOffset AbsoluteTargetLaneOffset

type AbsoluteTargetLaneOffset
  @value: Double

type RelativeTargetLaneOffset
  @entityRef: String
  @value: Double

type LateralDistanceAction
  @entityRef: String
  @continuous: Boolean
  @distance?: Double
  @freespace: Boolean
  @displacement?: LateralDisplacement, since 1.1
  @coordinateSystem?: CoordinateSystem, since 1.1
  all: DynamicConstraints?
`;

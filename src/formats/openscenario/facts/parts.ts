/*
 * Attributes (with a leading `@`) and children that depend on each other in ways that no schema
 * tells, in the notation that `partTable.ts` reads. Where nothing is said of versions, a row holds for
 * all that have its parts. Severities other than `error` stand beside a row.
 */

/** At most one of the parts may be there (class reference of 1.3, at each of the parts). */
export const exclusiveParts = `
LongitudinalDistanceAction: @distance @timeGap
RelativeLanePosition: @ds @dsLane
Phase: TrafficSignalState TrafficSignalGroupState TrafficeSignalGroupState
Weather: @fractionalCloudCover DomeImage
TrafficSourceAction TrafficSwarmAction: TrafficDefinition TrafficDistribution
FollowTrajectoryAction: TrajectoryRef Trajectory CatalogReference
`;

/**
 * At least one of the parts has to be there. The schemas leave most of them optional because there
 * are several, or because one was superseded by the other.
 */
export const neededParts = `
LongitudinalDistanceAction: @distance @timeGap
RelativeLanePosition: @ds @dsLane; since 1.1; warning
GeoPosition: @latitudeDeg @latitude; since 1.2
GeoPosition: @longitudeDeg @longitude; since 1.2
FollowTrajectoryAction: Trajectory CatalogReference; until 1.0
FollowTrajectoryAction: TrajectoryRef Trajectory CatalogReference; since 1.1
TrafficSourceAction TrafficSwarmAction: TrafficDistribution TrafficDefinition; since 1.3; warning
AssignControllerAction: Controller CatalogReference; until 1.2; warning
AssignControllerAction: ObjectController Controller CatalogReference; since 1.3; warning
ControllerAction: AssignControllerAction OverrideControllerValueAction ActivateControllerAction; since 1.1; until 1.2; warning
OverrideControllerValueAction: Throttle Brake Clutch ParkingBrake SteeringWheel Gear; since 1.1; warning
Clothoid: @curvaturePrime @curvatureDot; since 1.1; warning
PedestrianAnimation: @motion @userDefinedPedestrianAnimation PedestrianGesture; warning
`;

/** Where the first part is, the second has to be too. */
export const companionParts = `
Clothoid: @startTime @stopTime
Clothoid: @stopTime @startTime
`;

/**
 * The first part is deprecated, and the others are what took its place: together they say the same
 * thing twice (class reference of 1.3; pairs that the RA OpenSCENARIO API checks, and those of time
 * headway, time to collision and controllers). A pedestrian's `model` and `model3d` are no such pair:
 * there are many files that name a model of an older simulator beside the file of a newer one.
 */
export const supersededParts = `
GeoPosition: @height @altitude
GeoPosition: @latitude @latitudeDeg
GeoPosition: @longitude @longitudeDeg
Brake ParkingBrake: @value BrakePercent BrakeForce
Gear: @number ManualGear AutomaticGear
Sun: @intensity @illuminance
TrafficSourceAction: @velocity @speed
TrafficSwarmAction: @velocity InitialSpeedRange
Weather: @cloudState @fractionalCloudCover
Clothoid: @curvatureDot @curvaturePrime
DistanceCondition TimeHeadwayCondition TimeToCollisionCondition: @alongRoute @coordinateSystem @relativeDistanceType
Precipitation: @intensity @precipitationIntensity
ActivateControllerAction: @controllerRef @objectControllerRef
`;

/**
 * Elements that hold one of several others, and that the schemas of 1.0 to 1.2 let be empty all the
 * same (from 1.3 they do not). Real files leave those of the second list empty, and simulators pass over
 * them.
 */
export const oneChildElements = {
  error:
    'RoutingAction AssignRouteAction TimeReference Shape LongitudinalAction SpeedActionTarget FinalSpeed Position TargetPosition TargetPositionMaster PositionStart RouteRef InRoutePosition EntityCondition CollisionCondition TimeToCollisionConditionTarget ByValueCondition Condition PrivateAction LateralAction LaneChangeTarget LaneOffsetTarget GlobalAction EnvironmentAction EntityAction TrafficSignalAction ParameterAction VariableAction Rule TrafficAction ControllerDistributionEntry Members ScenarioObject',
  warning: 'Action ObjectController',
} as const;

/**
 * The numeric ranges that the standard gives, in the notation that `rangeTable.ts` reads: elements,
 * attribute, range, unit, and perhaps how a violation is judged.
 *
 * They are those of the class reference of 1.3, which contradicts that of no earlier version where it
 * has the same attribute. Ranges that hold every number are left out, as are those that the schema's
 * types see to already. An attribute that a version lacks is no concern of this table: the schema
 * tells that.
 *
 * Violations are errors but where real files that simulators run violate the range: there they are
 * warnings, which is said beside the row.
 */

/** Distances (`distances_are_not_negative`, Annex C of 1.3.1). */
export const distances = `
LongitudinalDistanceAction @distance [0..inf[ m
LateralDistanceAction @distance [0..inf[ m, warning: To say on which side to stay, use @displacement (since 1.1).
DistanceCondition @value [0..inf[ m
RelativeDistanceCondition @value [0..inf[ m
RelativeClearanceCondition @distanceForward [0..inf[ m
RelativeClearanceCondition @distanceBackward [0..inf[ m
TraveledDistanceCondition @value [0..inf[ m
ReachPositionCondition @tolerance [0..inf[ m
TargetDistanceSteadyState @distance ]0..inf[ m
`;

/** Delays of conditions (`condition_delay_not_negative`, Annex C of 1.3.1). */
export const conditionDelays = `
Condition @delay [0..inf[ s
`;

/** Phases of traffic signals (`positive_duration_in_phase` of the checker bundle: 0 is allowed). */
export const phaseDurations = `
Phase @duration [0..inf[ s
`;

/** Transitions of lights (`non_negative_transition_time_in_light_state_action` of the bundle). */
export const transitionTimes = `
LightStateAction @transitionTime [0..inf[ s
`;

/** All others. */
export const otherRanges = `
AbsoluteSpeed @value [0..inf[ m/s
AngleCondition RelativeAngleCondition @angle [-pi..pi] rad
AngleCondition RelativeAngleCondition @angleTolerance [0..pi] rad
AnimationFile @timeOffset [0..inf[ s
AnimationState @state [0..1]
FrontAxle RearAxle AdditionalAxle @maxSteering [0..pi] rad, warning
FrontAxle RearAxle AdditionalAxle @positionX [0..inf[ m, warning
FrontAxle RearAxle AdditionalAxle @positionZ [0..inf[ m
FrontAxle RearAxle AdditionalAxle @trackWidth [0..inf[ m
FrontAxle RearAxle AdditionalAxle @wheelDiameter ]0..inf[ m
Clothoid @curvatureDot [0..inf[ 1/s, warning: Since 1.1, @curvaturePrime says the same and takes any number.
Clothoid @length ]0..inf[ m
Clothoid @startTime [0..inf[ s
Clothoid @stopTime ]0..inf[ s
ClothoidSplineSegment @hOffset ]-pi..pi[ rad
ClothoidSplineSegment @length ]0..inf[ m
ClothoidSplineSegment @timeStart [0..inf[ s
ColorCmyk @cyan [0..1]
ColorCmyk @magenta [0..1]
ColorCmyk @yellow [0..1]
ColorCmyk @key [0..1]
ColorRgb @red [0..1]
ColorRgb @green [0..1]
ColorRgb @blue [0..1]
ControlPoint @time [0..inf[ s
ControllerDistributionEntry @weight ]0..inf[
Dimensions @width [0..inf[ m
Dimensions @length [0..inf[ m
Dimensions @height [0..inf[ m
DirectionOfTravelDistribution @same [0..inf[
DirectionOfTravelDistribution @opposite [0..inf[
DomeImage @azimuthOffset [0..2pi] rad
DynamicConstraints @maxAcceleration [0..inf[ m/s²
DynamicConstraints @maxAccelerationRate [0..inf[ m/s³
DynamicConstraints @maxDeceleration [0..inf[ m/s²
DynamicConstraints @maxDecelerationRate [0..inf[ m/s³
DynamicConstraints @maxSpeed [0..inf[ m/s
EndOfRoadCondition @duration [0..inf[ s
EntityDistributionEntry @weight ]0..inf[
Event @maximumExecutionCount [1..inf[
Fog @visualRange [0..inf[ m
FollowTrajectoryAction @initialDistanceOffset [0..inf[ m
InitialSpeedRange @lowerLimit [0..inf[ m/s
InitialSpeedRange @upperLimit [0..inf[ m/s
LaneOffsetActionDynamics @maxLateralAcc [0..inf[ m/s²
LanePosition @s [0..inf[ m
LogNormalDistribution @variance ]0..inf[
LongitudinalDistanceAction @timeGap [0..inf[ s
ManeuverGroup @maximumExecutionCount [1..inf[
MiscObject @mass [0..inf[ kg
Nurbs @order [2..inf[
OffroadCondition @duration [0..inf[ s
Brake ParkingBrake Clutch Throttle @value [0..1]
Pedestrian @mass [0..inf[ kg
Performance @maxAcceleration [0..inf[ m/s²
Performance @maxAccelerationRate [0..inf[ m/s³
Performance @maxDeceleration [0..inf[ m/s²
Performance @maxDecelerationRate [0..inf[ m/s³
FromLaneCoordinates @pathS [0..inf[ m
Precipitation @intensity [0..1]
Precipitation @precipitationIntensity [0..inf[ mm/h
RoadCondition @frictionScaleFactor [0..inf[
RoadCursor @s [0..inf[ m
RoadPosition @s [0..inf[ m
RoadRange @length ]0..inf[ m
SpeedProfileEntry @time [0..inf[ s
StandStillCondition @duration [0..inf[ s
Sun @azimuth [0..2pi] rad
Sun @elevation [-pi..pi] rad
Sun @illuminance [0..inf[ lx
Sun @intensity [0..inf[ lx
SynchronizeAction @targetTolerance [0..inf[ m
SynchronizeAction @targetToleranceMaster [0..inf[ m
TargetTimeSteadyState @time ]0..inf[ s
TimeHeadwayCondition @value [0..inf[ s
TimeToCollisionCondition @value [0..inf[ s
Timing @scale ]0..inf[
TrafficDistributionEntry @weight ]0..inf[
TrafficSignalController @delay [0..inf[ s
TrafficSinkAction @radius [0..inf[ m
TrafficSinkAction @rate [0..inf[ vehicles/s
TrafficSourceAction @radius [0..inf[ m
TrafficSourceAction @rate [0..inf[ vehicles/s
TrafficSourceAction @speed [0..inf[ m/s
TrafficSourceAction @velocity [0..inf[ m/s
TrafficSwarmAction @innerRadius [0..inf[ m
TrafficSwarmAction @semiMajorAxis [0..inf[ m
TrafficSwarmAction @semiMinorAxis [0..inf[ m
TrafficSwarmAction @velocity [0..inf[ m/s
TrajectoryPosition @s [0..inf[ m
SpeedActionDynamics LaneChangeActionDynamics @value [0..inf[, warning: Whether it rises or falls follows from the target; leave the sign out.
Vehicle @mass [0..inf[ kg
VehicleCategoryDistributionEntry @weight [0..inf[
VehicleRoleDistributionEntry @weight [0..inf[
Weather @atmosphericPressure [80000..120000] Pa
Weather @temperature [170..340] K
Wind @direction [0..2pi[ rad
Wind @speed [0..inf[ m/s
`;

/**
 * Ranges whose text cannot be meant as it stands. A latitude in radians is said to reach from -π to π
 * and a longitude from -π/2 to π/2, which looks swapped: the wider one is taken for both. An altitude
 * is said to be 0 or more, and yet there is land below the sea.
 */
export const doubtfulRanges = `
GeoPosition @latitude [-pi..pi] rad
GeoPosition @longitude [-pi..pi] rad
GeoPosition @latitudeDeg [-90..90] °
GeoPosition @longitudeDeg [-180..180] °
GeoPosition @altitude [0..inf[ m, warning
GeoPosition @verticalRoadSelection ]-inf..0], warning
`;

/**
 * What the class reference names no range for, and which means nothing outside of one all the same
 * (most are range rules of the RA OpenSCENARIO API). The maximum rates are in percent per second.
 */
export const undocumentedRanges = `
AnimationAction @animationDuration [0..inf[ s, warning
LightState @flashingOffDuration [0..inf[ s, warning
LightState @flashingOnDuration [0..inf[ s, warning
LightState @luminousIntensity [0..inf[ cd, warning
Clutch SteeringWheel @maxRate ]0..100], warning
SteeringWheel @maxTorque ]0..inf[ Nm, warning
FromRoadCoordinates @pathS [0..inf[ m, warning
Performance @maxSpeed [0..inf[ m/s, warning
`;

/*
 * What the findings on such documents are told with: names of the schemas, pieces of sentences, paths
 * of elements, the more frequent ones further down: what stands near the end is cheaper to point at.
 * It belongs to version 1 of links and never changes; that the sentences do has no other consequence
 * than longer links.
 */

const names = `
AngleType AnimationFile AnimationState AutomaticGearType Boolean ByObjectType CatalogDefinition
CloudState ColorCmyk ColorType ComponentAnimation ConditionEdge ControllerCatalogLocation
ControllerType CoordinateSystem CustomContent DateTime
DeterministicMultiParameterDistributionType DeterministicParameterDistribution
DeterministicSingleParameterDistributionType DirectionOfTravelDistribution DirectionalDimension
DomeFile DomeImage DynamicsDimension DynamicsShape EntityObject EnvironmentCatalogLocation
FractionalCloudCover HistogramBin InitActions LateralDisplacement LightMode
LogNormalDistribution LongitudinalDisplacement ManeuverCatalogLocation Members
MiscObjectCatalogLocation OpenScenarioCategory OverrideBrakeAction OverrideClutchAction
OverrideGearAction OverrideParkingBrakeAction OverrideSteeringWheelAction OverrideThrottleAction
ParameterAddValueRule ParameterModifyAction ParameterMultiplyByValueRule ParameterSetAction
ParameterType ParameterValueDistributionDefinition PedestrianCatalogLocation PedestrianCategory
PedestrianGestureType PedestrianMotionType Phase PoissonDistribution Polygon
PositionInLaneCoordinates PositionInRoadCoordinates PositionOfCurrentEntity PrecipitationType
Priority ProbabilityDistributionSetElement ReferenceContext RelativeAngleCondition
RelativeDistanceType RoadCursor RoadRange RouteCatalogLocation RouteStrategy RoutingAlgorithm
ScenarioDefinition ScenarioObjectTemplate SelectedEntities SensorReferenceSet SetMonitorAction
SpeedTargetValueType StochasticDistributionType StoryboardElementType TrafficAreaAction
TrafficDistributionEntry TrafficSignalControllerAction TrafficSignalControllerCondition
TrafficSignalGroupState TrafficStopAction TrafficeSignalGroupState TrajectoryCatalogLocation
TransitionDynamics TriggeringEntitiesRule UniformDistribution UnsignedInt UnsignedShort
UserDefinedAnimation UserDefinedComponent ValueConstraintGroup VariableAddValueRule
VariableModifyAction VariableModifyRule VariableMultiplyByValueRule VariableSetAction
VehicleCatalogLocation VehicleComponentType VehicleLightType VehicleRoleDistributionEntry
Wetness activateAnimation activateLighting animationDuration appearance assignedRoute
azimuthOffset bendingDown black brown civil coffeeLeftHand coffeeRightHand crawling crossArms
cyan cycling doorFrontLeft doorFrontRight doorRearLeft doorRearRight ducking eightOktas
expression fire fourOktas gesture grey highFlooded hood jumping lighting loop lowFlooded lying
magenta military miscellaneous moist monitorRef numberOfEntities objectType orange
phoneCallLeftHand phoneCallRightHand phoneTextLeftHand phoneTextRightHand publicTransport
reeling roadAssistance routingAlgorithm sandwichLeftHand sandwichRightHand sideMirrorLeft
sideMirrorRight sideMirrors sitting skipTransition squatting standbyState stopTransition
threeOktas timeOffset trafficName trafficSignalControllerRef trafficSignalId tram trunk twoOktas
umbrellaLeftHand umbrellaRightHand undefined userDefinedAnimationType userDefinedComponentType
userDefinedLightType vehicleComponentType verticalRoadSelection wavingLeftArm wavingRightArm
wetWithPuddles wheelchair windowFrontLeft windowFrontRight windowRearLeft windowRearRight
BrakeInput TrafficSignalCondition angleTolerance angleType animal controllerRef controllerType
nineOktas police resource sevenOktas sixOktas spdxId standing trailingReferencedEntity violet
walking ByType CustomCommandAction TrafficSignalStateAction ambulance colorType expectedValue
green maxTorque numberOfTestRuns oneOktas phase randomSeed snow timeEnd timeStart world yellow
ConnectTrailerAction ControllerDistributionEntry DisconnectTrailerAction
VehicleCategoryDistributionEntry activateLateral activateLongitudinal altitude blue category
maxRate rightToReferencedEntity sensors startTime stopTime temperature trailerRef
ClothoidSplineSegment PositionStart curvatureEnd curvatureStart fiveOktas leftToReferencedEntity
pitch same leadingReferencedEntity movement runningState RelativeLaneRange distanceBackward
distanceForward freeSpace innerRadius numberOfVehicles radius semiMajorAxis semiMinorAxis
SpeedProfileEntry heading initialDistanceOffset targetLaneOffset variableRef ControlPoint
reference zeroOktas other masterEntityRef pathS AdditionalAxle MonitorDeclarations String
TargetTimeSteadyState TrafficSinkAction UsedArea maxLateralAcc parkingSpace patch roadMark
semitrailer soundBarrier streetLamp trafficIsland vegetation wetness CentralSwarmObject
MiscObjectCategory RandomRouteAction external pole ColorRgb TrafficSignalAction
TrajectoryPosition euclidianDistance fogLightsFront fogLightsRear highBeam
licensePlateIllumination maneuverGroup specialPurposeLights variance warningLights
daytimeRunningLights flashingOffDuration flashingOnDuration gear graphics longitudeDeg
maxDecelerationRate reversingLights VariableCondition indicatorLeft indicatorRight lowBeam
targetToleranceMaster CentralObject brakeLights DeleteEntityAction RelativeTargetLaneOffset
oppositeLanes TraveledDistanceCondition model3d objectControllerRef from obstacle
vehicleLightType Knot displacement white cartesianDistance precipitationType
LaneOffsetActionDynamics bicycle elevation motorbike EntityDistributionEntry
UserDefinedDistribution building crosswalk gantry overcast rainy skyOff
userDefinedPedestrianAnimation TrailerCoupler motion Wind cloudy latitudeDeg maxAccelerationRate
barrier luminousIntensity startTransition AbsoluteSpeed TargetDistanceSteadyState Double
RelativeSpeedToMaster scale truck AbsoluteTargetLaneOffset trajectory velocity visualRange
TimeToCollisionConditionTarget stepWidth FinalSpeed pedestrianCategory lowerLimit order
DynamicConstraints ExternalObjectReference FromCurrentEntity TrailerHitch laneOffset role
AccelerationCondition delta RelativeSpeedCondition StandStillCondition frictionScaleFactor
DistributionRange mass parallel tolerance AcquirePositionAction TargetPositionMaster
parameterName LaneOffsetTarget InRoutePosition upperLimit factor miscObjectCategory
FromRoadCoordinates TrafficSignals endTransition domainAbsoluteRelative weight active trackWidth
ValueSetDistribution None RouteRef absolute EntitySelection leastIntersections
InfrastructureAction AssignRouteAction GeoPosition InitialSpeedRange TrafficDefinition
TrafficSourceAction speedTargetValueType ParameterAssignments RelativeClearanceCondition
TrafficAction TimeReference License Nurbs Polyline fastest event AnimationAction completeState
notEqualTo vehicleCategory direction FromLaneCoordinates shortest type UserDefinedLight
ScenarioFile maxSpeed TrafficSwarmAction positionZ lateral ParameterValueSet
precipitationIntensity timeGap SpeedProfileAction positionX wheelDiameter width
EnvironmentAction continuous height cubic length AppearanceAction dsLane routeStrategy
RelativeDistanceCondition TimeOfDayCondition lessOrEqual TrajectoryFollowingMode followingMode
LaneChangeTarget unsignedShort SceneGraphFile UserDefinedValueCondition storyboardElementType
parameterRef storyboardElementRef cloudState TrailerRef freespace RoutingAction longitudinal
unsignedInt duration Orientation state LateralDistanceAction ParameterCondition linear equalTo
fractionalCloudCover lessThan sinusoidal triggeringEntitiesRule OverrideControllerValueAction
Axles Waypoint dLane LaneChangeActionDynamics RelativeTargetSpeed Center atmosphericPressure
OffroadCondition variableType VisibilityAction Dimensions greaterOrEqual SynchronizeAction
LongitudinalDistanceAction Timing Performance closed dateTime StoryboardElementStateCondition
falling boolean ManualGear catalogName risingOrFalling BrakeForce EndOfRoadCondition entryName
UserDefinedAction RelativeWorldPosition laneId BoundingBox roadId BrakePercent
RelativeLanePosition AssignControllerAction transitionTime RelativeObjectPosition Vertex Weather
Property filepath RelativeRoadPosition dynamicsShape ReachPositionCondition greaterThan string
LateralAction LogicFile ParameterAction curvaturePrime LightStateAction VariableAction Directory
revMinor VariableDeclarations delay curvatureDot dynamicsDimension ObjectController revMajor
ByEntityCondition offset none selectTriggeringEntities author CatalogLocations description
Properties RoadNetwork entityRef relativeDistanceType maximumExecutionCount rule double
ConditionGroup SpeedActionTarget coordinateSystem conditionEdge AddEntityAction
AbsoluteTargetSpeed LongitudinalAction maxSteering TimeHeadwayCondition alongRoute RearAxle
intensity FrontAxle illuminance CatalogReference ByValueCondition GlobalAction StartTrigger
Actors StopTrigger name TeleportAction integer parameterType FileHeader OpenSCENARIO
SpeedActionDynamics ManeuverGroup TrajectoryRef FollowTrajectoryAction value
ParameterDeclarations ActivateControllerAction SimulationTimeCondition overwrite override
PrivateAction priority Event
`;

const pieces = [
  ' is never closed.',
  ', or assign it by ',
  'There is no action ',
  'The year of ',
  ' has none of ',
  'Give it to an entity by ',
  'It has to be greater than ',
  ', cannot stand in a parameter.',
  'The entry declares ',
  ' needs a road network, and ',
  ' may be meant',
  ' or one other.',
  'Give it a rate above ',
  ' events of that name.',
  ' may be any of ',
  'There is no act ',
  'For a parameter of type ',
  'Expressions exist since ',
  'Name the file of the road network in a ',
  ' never reaches its target.',
  'Write a parameter, such as ',
  'A text cannot be checked by ',
  'At s = ',
  ' gets its value here',
  'A linear transition at a rate of ',
  ' names no folder.',
  'The expression is empty.',
  'The file refers to ',
  'There is no catalog ',
  ' has not four digits, which many readers of dates do not take.',
  ' must be a whole number, a parameter or an expression, but is ',
  'the entry stands here',
  'The value of a constraint on the parameter ',
  'Name the catalog ',
  ' declares no parameter ',
  'Scenario files need no DOCTYPE: without it, nothing in it can be wrong.',
  ' m, but has to be ',
  'Since ',
  'No catalog is named ',
  'The offset of ',
  ' declares none at all.',
  ' comes to ',
  ' is empty: it names no entity.',
  ' in its file, or write ',
  ' m the lane is ',
  ', not an ',
  'Add the folder of the catalog file to ',
  ' in this entry of the catalog, so it works only in scenarios that have one.',
  ' other path, which cannot be seen from here.',
  ' instead of ',
  'The entity ',
  ' m leads out of the lane ',
  '; the file of that name holds the catalog ',
  'No entity has a controller ',
  'Some of them have the same names all the way up: give them names of their own.',
  'the road begins here',
  ' alone, and no digit in front.',
  'the catalog in the file of that name begins here',
  'Open the whole folder, so that catalogs and roads are checked too.',
  'Use the letters A to Z, digits and ',
  'To say on which side to stay, use @displacement (since ',
  '/s, but has to be ',
  ' m wide, and its middle is at offset ',
  'This is plain text, not ASAM OpenSCENARIO XML.',
  'No value can refer to a parameter of the name ',
  'The set leaves out ',
  ' is no operator and no value.',
  'its times are asked for here',
  ' here. The standard goes by the name of the catalog, some simulators by that of the file.',
  ' has neither ',
  ', not a ',
  ' if a parameter of that name is meant.',
  'There is no event ',
  ', which other sets assign.',
  'Add a time to every vertex, or write ',
  ' Pa, but has to be from ',
  ' has no default value.',
  ' must be a number or a parameter, but is ',
  ' is not declared in the catalog entry that uses it.',
  'the parameter is used here',
  ', but the trajectory is to be followed in its time.',
  ' @curvaturePrime says the same and takes any number.',
  ' in the storyboard.',
  'Leave it out to start the act with what is around it.',
  ' s, but has to be ',
  'The maneuver group ',
  'Name the actors by ',
  'Declare it there, with a default value; scenarios that use the entry can then assign another.',
  ' in its name.',
  'Declare it as ',
  'There is no variable ',
  'Give it a value that holds where a scenario assigns none.',
  ' to π rad.',
  '° would be ',
  'a private action of the group stands here',
  ', or by an ',
  ' has private actions, but nobody to carry them out.',
  ' others.',
  'The value of the parameter ',
  'The parameter is declared as ',
  ' stands only where it is used.',
  'Angles are in radians: ',
  ' rad, but has to be from ',
  'Put it somewhere by a ',
  ' when it is to appear.',
  ' never gets a position.',
  ' only; this is ',
  'The start trigger of the event ',
  'Leave it out to start the event with what is around it.',
  ' of the scenario.',
  ' must be a date and time or a parameter, but is ',
  'Declare it in the ',
  'This condition on the simulation time has no rising edge: it is true from the start and becomes false.',
  'Add one of ',
  ' exists since ',
  ' must be a number, a parameter or an expression, but is ',
  'There is no scenario file ',
  'one of them begins here',
  ' files hold a catalog named ',
  'No parameter is named here.',
  ' or more.',
  ' is no path of a file.',
  'There is no entity ',
  ' in the same ',
  ' is empty, and so says nothing.',
  'Give each catalog a name of its own, or name only one of the folders.',
  'Did you mean ',
  'There is no parameter ',
  'Give each a name of its own.',
  ' is the name of more than one ',
  'Whether it rises or falls follows from the target; leave the sign out.',
  'the first one of this name stands here',
  'Some simulators take such a name for a map of their own. Others need the path of a road network file.',
  'The start trigger of the act ',
  'To start it at once, give it a ',
  'There is no scene graph file ',
  ' has no conditions: some simulators start it at once, others never.',
  'There is no folder ',
  'There is no road network file ',
  'Paths are relative to the folder of the file that they are written in.',
];

const paths = [
  '/OpenSCENARIO/Storyboard/Init/Actions/Private/PrivateAction/TeleportAction/Position',
  '/OpenSCENARIO/Entities/ScenarioObject/Vehicle',
  '/ByValueCondition/SimulationTimeCondition',
  '/LongitudinalAction/SpeedAction/SpeedActionTarget/AbsoluteTargetSpeed',
  '/OpenSCENARIO/Storyboard/Story/Act/ManeuverGroup/Maneuver/Event/Action/PrivateAction',
  '/StartTrigger/ConditionGroup/Condition/ByEntityCondition/EntityCondition',
];

/** See `LinkTables`. */
export const dictionary = names.replace(/\s+/g, '') + pieces.join('') + paths.join('');

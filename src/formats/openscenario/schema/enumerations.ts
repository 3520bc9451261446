/** Every enumeration, with its values in the order of the standard. */
export const enumerations = `
enum AngleType, since 1.3
  heading pitch roll

enum AutomaticGearType, since 1.2
  n p r d

enum CloudState, deprecated 1.2 → FractionalCloudCover
  cloudy free overcast rainy skyOff

enum ColorType, since 1.2
  other red yellow green blue violet orange brown black grey white

enum ConditionEdge
  falling none rising risingOrFalling

enum ControllerType, since 1.2
  lateral longitudinal lighting animation movement appearance all

enum CoordinateSystem, since 1.1
  entity lane road trajectory
  world, since 1.3

enum DirectionalDimension, since 1.2
  longitudinal lateral vertical

enum DynamicsDimension
  distance rate time

enum DynamicsShape
  cubic linear sinusoidal step

enum FollowingMode
  follow position

enum FractionalCloudCover, since 1.2
  zeroOktas oneOktas twoOktas threeOktas fourOktas fiveOktas sixOktas sevenOktas
  eightOktas nineOktas

enum LateralDisplacement, since 1.1
  any leftToReferencedEntity rightToReferencedEntity

enum LightMode, since 1.2
  on off flashing

enum LongitudinalDisplacement, since 1.1
  any trailingReferencedEntity leadingReferencedEntity

enum MiscObjectCategory
  barrier building crosswalk gantry none obstacle parkingSpace patch pole railing roadMark
  soundBarrier streetLamp trafficIsland tree vegetation
  wind, deprecated 1.1

enum ObjectType
  miscellaneous pedestrian vehicle
  external, since 1.1

enum ParameterType
  boolean dateTime double
  integer, deprecated 1.2 → int
  string unsignedInt unsignedShort
  int, since 1.2

enum PedestrianCategory
  animal pedestrian wheelchair

enum PedestrianGestureType, since 1.2
  phoneCallRightHand phoneCallLeftHand phoneTextRightHand phoneTextLeftHand wavingRightArm
  wavingLeftArm umbrellaRightHand umbrellaLeftHand crossArms coffeeRightHand
  coffeeLeftHand sandwichRightHand sandwichLeftHand

enum PedestrianMotionType, since 1.2
  standing sitting lying squatting walking running reeling crawling cycling jumping
  ducking bendingDown

enum PrecipitationType
  dry rain snow

enum Priority
  overwrite, deprecated 1.2 → override
  override, since 1.2
  parallel skip

enum ReferenceContext
  absolute relative

enum RelativeDistanceType
  lateral longitudinal
  cartesianDistance, deprecated 1.1 → euclidianDistance
  euclidianDistance, since 1.1

enum Role, since 1.2
  none ambulance civil fire military police publicTransport roadAssistance

enum RouteStrategy
  fastest leastIntersections random shortest

enum RoutingAlgorithm, since 1.2
  assignedRoute fastest leastIntersections shortest undefined

enum Rule
  equalTo greaterThan lessThan
  greaterOrEqual lessOrEqual notEqualTo, since 1.1

enum SpeedTargetValueType
  delta factor

enum StoryboardElementState
  completeState endTransition runningState skipTransition standbyState startTransition
  stopTransition

enum StoryboardElementType
  act action event maneuver maneuverGroup story

enum TriggeringEntitiesRule
  all any

enum VehicleCategory
  bicycle bus car motorbike semitrailer trailer train tram truck van

enum VehicleComponentType, since 1.2
  hood trunk doorFrontRight doorFrontLeft doorRearRight doorRearLeft windowFrontRight
  windowFrontLeft windowRearRight windowRearLeft sideMirrors sideMirrorRight
  sideMirrorLeft

enum VehicleLightType, since 1.2
  daytimeRunningLights lowBeam highBeam fogLights fogLightsFront fogLightsRear brakeLights
  warningLights indicatorLeft indicatorRight reversingLights licensePlateIllumination
  specialPurposeLights

enum Wetness, since 1.2
  dry moist wetWithPuddles lowFlooded highFlooded
`;

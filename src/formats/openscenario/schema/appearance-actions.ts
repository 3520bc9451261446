/** Lights and animations of an entity. */
export const appearanceActions = `
type AppearanceAction, since 1.2
  sequence, until 1.2: LightStateAction AnimationAction
  choice, since 1.3: LightStateAction AnimationAction

type LightStateAction, since 1.2
  @transitionTime?: Double
  sequence: LightType LightState

type LightType, since 1.2
  sequence, until 1.2: VehicleLight UserDefinedLight
  choice, since 1.3: VehicleLight UserDefinedLight

type VehicleLight, since 1.2
  @vehicleLightType: VehicleLightType

type UserDefinedLight, since 1.2
  @userDefinedLightType: String

type LightState, since 1.2
  @mode: LightMode
  @luminousIntensity? @flashingOnDuration? @flashingOffDuration?: Double
  sequence: Color?

type Color, since 1.2
  @colorType: ColorType
  choice: ColorRgb ColorCmyk

type ColorRgb, since 1.2
  @red @green @blue: Double

type ColorCmyk, since 1.2
  @cyan @magenta @yellow @key: Double

type AnimationAction, since 1.2
  @loop?: Boolean
  @animationDuration?: Double
  sequence: AnimationType AnimationState?

type AnimationType, since 1.2
  choice: ComponentAnimation PedestrianAnimation AnimationFile UserDefinedAnimation

type ComponentAnimation, since 1.2
  sequence, until 1.2: VehicleComponent UserDefinedComponent
  choice, since 1.3: VehicleComponent UserDefinedComponent

type VehicleComponent, since 1.2
  @vehicleComponentType: VehicleComponentType

type UserDefinedComponent, since 1.2
  @userDefinedComponentType: String

type PedestrianAnimation, since 1.2
  @motion?: PedestrianMotionType
  @userDefinedPedestrianAnimation?: String
  sequence: PedestrianGesture*

type PedestrianGesture, since 1.2
  @gesture: PedestrianGestureType

type AnimationFile, since 1.2
  @timeOffset?: Double
  sequence: File

type UserDefinedAnimation, since 1.2
  @userDefinedAnimationType: String

type AnimationState, since 1.2
  @state: Double
`;

/** Actions that assign, activate and override controllers. */
export const controllerActions = `
type ControllerAction
  all, until 1.2
    AssignControllerAction, ? since 1.1
    OverrideControllerValueAction, ? since 1.1
    ActivateControllerAction?, since 1.1
  choice, since 1.3
    AssignControllerAction
    OverrideControllerValueAction
    ActivateControllerAction

type AssignControllerAction
  @activateLateral? @activateLongitudinal?: Boolean, since 1.1
  @activateAnimation? @activateLighting?: Boolean, since 1.2
  choice
    Controller?, deprecated 1.3 → ObjectController
    CatalogReference?, deprecated 1.3 → ObjectController
    ObjectController?, since 1.3

type ActivateControllerAction
  @controllerRef?: String, since 1.2, deprecated 1.3 → @objectControllerRef
  @objectControllerRef?: String, since 1.3
  @lateral? @longitudinal?: Boolean
  @animation? @lighting?: Boolean, since 1.2

type OverrideControllerValueAction
  all
    Throttle: OverrideThrottleAction, ? since 1.1
    Brake: OverrideBrakeAction, ? since 1.1
    Clutch: OverrideClutchAction, ? since 1.1
    ParkingBrake: OverrideParkingBrakeAction, ? since 1.1
    SteeringWheel: OverrideSteeringWheelAction, ? since 1.1
    Gear: OverrideGearAction, ? since 1.1

type OverrideThrottleAction
  @active: Boolean
  @value: Double
  @maxRate?: Double, since 1.2

type OverrideBrakeAction
  @active: Boolean
  @value: Double, ? since 1.2, deprecated 1.2 → BrakePercent or BrakeForce
  sequence, since 1.2
    group BrakeInput?

type OverrideClutchAction
  @active: Boolean
  @value: Double
  @maxRate?: Double, since 1.2

type OverrideParkingBrakeAction
  @active: Boolean
  @value: Double, ? since 1.2, deprecated 1.2 → BrakePercent or BrakeForce
  sequence, since 1.2
    group BrakeInput?

type OverrideSteeringWheelAction
  @active: Boolean
  @value: Double
  @maxRate? @maxTorque?: Double, since 1.2

type OverrideGearAction
  @active: Boolean
  @number: Double, ? since 1.2, deprecated 1.2 → ManualGear or AutomaticGear
  sequence, since 1.2
    group Gear?

group BrakeInput, since 1.2
  choice
    BrakePercent: Brake
    BrakeForce: Brake

type Brake, since 1.2
  @value @maxRate?: Double

group Gear, since 1.2
  choice: ManualGear AutomaticGear

type ManualGear, since 1.2
  @number: Int

type AutomaticGear, since 1.2
  @gear: AutomaticGearType
`;

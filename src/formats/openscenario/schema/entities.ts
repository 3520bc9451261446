/** Vehicles, pedestrians and other objects, and selections of them. */
export const entities = `
type Entities
  sequence: ScenarioObject* EntitySelection*

type ScenarioObject
  @name: String
  sequence
    group EntityObject
    ObjectController?, * since 1.2

type ScenarioObjectTemplate, since 1.3
  sequence
    group EntityObject
    ObjectController*

group EntityObject
  choice, may be empty until 1.2
    CatalogReference
    Vehicle
    Pedestrian
    MiscObject
    ExternalObjectReference, since 1.1

type EntitySelection
  @name: String
  sequence
    Members: SelectedEntities

type SelectedEntities
  choice, may be empty until 1.2: EntityRef+ ByType+

type EntityRef
  @entityRef: String

type ByType
  @objectType: ObjectType

type ExternalObjectReference, since 1.1
  @name: String

type Vehicle
  @name: String
  @vehicleCategory: VehicleCategory
  @role?: Role, since 1.2
  @mass?: Double, since 1.1
  @model3d?: String, since 1.1
  all
    ParameterDeclarations?
    BoundingBox
    Performance
    Axles
    Properties, ? since 1.3
    TrailerHitch?, since 1.3
    TrailerCoupler?, since 1.3
    Trailer?, since 1.3

type Axles
  sequence
    FrontAxle: Axle, ? since 1.3
    RearAxle: Axle
    AdditionalAxle*: Axle

type Axle
  @maxSteering @positionX @positionZ @trackWidth @wheelDiameter: Double

type Performance
  @maxAcceleration: Double
  @maxAccelerationRate?: Double, since 1.2
  @maxDeceleration: Double
  @maxDecelerationRate?: Double, since 1.2
  @maxSpeed: Double

type TrailerHitch, since 1.3
  @dx @dz?: Double

type TrailerCoupler, since 1.3
  @dx @dz?: Double

type Trailer, since 1.3
  choice
    Trailer: ScenarioObject
    TrailerRef: EntityRef

type Pedestrian
  @mass: Double
  @model: String, ? since 1.1, deprecated 1.1 → @model3d
  @name: String
  @pedestrianCategory: PedestrianCategory
  @model3d?: String, since 1.1
  @role?: Role, since 1.2
  all
    ParameterDeclarations?
    BoundingBox
    Properties, ? since 1.3

type MiscObject
  @mass: Double
  @miscObjectCategory: MiscObjectCategory
  @name: String
  @model3d?: String, since 1.1
  all
    ParameterDeclarations?
    BoundingBox
    Properties, ? since 1.3

type BoundingBox
  all: Center Dimensions

type Center
  @x @y @z: Double

type Dimensions
  @height @length @width: Double

type ObjectController
  @name?: String, since 1.3
  choice, may be empty until 1.2: CatalogReference Controller

type Controller
  @name: String
  @controllerType?: ControllerType, since 1.2
  all
    ParameterDeclarations?
    Properties, ? since 1.3
`;

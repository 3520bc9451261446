/** Surrounding traffic: sources, sinks, swarms, areas and what they are made of. */
export const traffic = `
type TrafficAction
  @trafficName?: String, since 1.1
  choice, may be empty until 1.2
    TrafficSourceAction
    TrafficSinkAction
    TrafficSwarmAction
    TrafficAreaAction, since 1.3
    TrafficStopAction, since 1.1

type TrafficSourceAction
  @radius @rate: Double
  @velocity?: Double, deprecated 1.2 → @speed
  @speed?: Double, since 1.2
  all
    Position
    TrafficDefinition, ? since 1.3, deprecated 1.3 → TrafficDistribution
    TrafficDistribution?, since 1.3

type TrafficSinkAction
  @radius @rate?: Double
  all
    Position
    TrafficDefinition?, deprecated 1.3

type TrafficSwarmAction
  @innerRadius: Double
  @numberOfVehicles: UnsignedInt
  @offset @semiMajorAxis @semiMinorAxis: Double
  @velocity?: Double, deprecated 1.2 → InitialSpeedRange
  all
    CentralObject: CentralSwarmObject
    TrafficDefinition, ? since 1.3, deprecated 1.3 → TrafficDistribution
    TrafficDistribution?, since 1.3
    InitialSpeedRange?: Range, since 1.2
    DirectionOfTravelDistribution?, since 1.2

type CentralSwarmObject
  @entityRef: String

type DirectionOfTravelDistribution, since 1.2
  @same @opposite: Double

type TrafficAreaAction, since 1.3
  @numberOfEntities: UnsignedInt
  @continuous: Boolean
  all: TrafficDistribution TrafficArea

type TrafficArea, since 1.3
  choice: Polygon RoadRange+

type Polygon, since 1.3
  sequence: Position{3..}

type RoadRange, since 1.3
  @length?: Double
  sequence: RoadCursor{2..}

type RoadCursor, since 1.3
  @roadId: String
  @s?: Double
  sequence: Lane*

type Lane, since 1.3
  @id: Int

type TrafficStopAction, since 1.1

type TrafficDefinition
  @name: String
  all
    VehicleCategoryDistribution
    VehicleRoleDistribution?, since 1.2
    ControllerDistribution

type VehicleCategoryDistribution
  sequence: VehicleCategoryDistributionEntry+

type VehicleCategoryDistributionEntry
  @category: VehicleCategory
  @weight: Double

type VehicleRoleDistribution, since 1.2
  sequence: VehicleRoleDistributionEntry+

type VehicleRoleDistributionEntry, since 1.2
  @role: Role
  @weight: Double

type ControllerDistribution
  sequence: ControllerDistributionEntry+

type ControllerDistributionEntry
  @weight: Double
  choice, may be empty until 1.2: Controller CatalogReference

type TrafficDistribution, since 1.3
  sequence: TrafficDistributionEntry+

type TrafficDistributionEntry, since 1.3
  @weight: Double
  sequence: EntityDistribution Properties?

type EntityDistribution, since 1.3
  sequence: EntityDistributionEntry+

type EntityDistributionEntry, since 1.3
  @weight: Double
  sequence: ScenarioObjectTemplate
`;

/** Ways to say where something is. */
export const positions = `
type Position
  choice, may be empty until 1.2
    WorldPosition
    RelativeWorldPosition
    RelativeObjectPosition
    RoadPosition
    RelativeRoadPosition
    LanePosition
    RelativeLanePosition
    RoutePosition
    GeoPosition, since 1.1
    TrajectoryPosition, since 1.1

type WorldPosition
  @h? @p? @r? @x @y @z?: Double

type RelativeWorldPosition
  @entityRef: String
  @dx @dy @dz?: Double
  all: Orientation?

type RelativeObjectPosition
  @entityRef: String
  @dx @dy @dz?: Double
  all: Orientation?

type RoadPosition
  @roadId: String
  @s @t: Double
  all: Orientation?

type RelativeRoadPosition
  @entityRef: String
  @ds @dt: Double
  all: Orientation?

type LanePosition
  @laneId: String
  @offset?: Double
  @roadId: String
  @s: Double
  all: Orientation?

type RelativeLanePosition
  @entityRef: String
  @dLane: Int
  @ds: Double, ? since 1.1
  @offset?: Double
  @dsLane?: Double, since 1.1
  all: Orientation?

type RoutePosition
  all: RouteRef Orientation? InRoutePosition

type RouteRef
  choice, may be empty until 1.2: Route CatalogReference

type InRoutePosition
  choice, may be empty until 1.2
    FromCurrentEntity: PositionOfCurrentEntity
    FromRoadCoordinates: PositionInRoadCoordinates
    FromLaneCoordinates: PositionInLaneCoordinates

type PositionOfCurrentEntity
  @entityRef: String

type PositionInRoadCoordinates
  @pathS @t: Double

type PositionInLaneCoordinates
  @laneId: String
  @laneOffset? @pathS: Double

type GeoPosition, since 1.1
  @latitude: Double, ? since 1.2, deprecated 1.2 → @latitudeDeg
  @longitude: Double, ? since 1.2, deprecated 1.2 → @longitudeDeg
  @height?: Double, deprecated 1.2 → @altitude
  @latitudeDeg? @longitudeDeg? @altitude?: Double, since 1.2
  @verticalRoadSelection?: Int, since 1.3
  all: Orientation?

type TrajectoryPosition, since 1.1
  @s @t?: Double
  all: Orientation? TrajectoryRef

type Orientation
  @h? @p? @r?: Double
  @type?: ReferenceContext
`;

/** Routes and trajectories, and the actions that make an entity follow them. */
export const routing = `
type RoutingAction
  choice, may be empty until 1.2
    AssignRouteAction
    FollowTrajectoryAction
    AcquirePositionAction
    RandomRouteAction, since 1.3

type AssignRouteAction
  choice, may be empty until 1.2: Route CatalogReference

type AcquirePositionAction
  all: Position

type RandomRouteAction, since 1.3

type FollowTrajectoryAction
  @initialDistanceOffset?: Double, since 1.1
  all
    Trajectory?, deprecated 1.1 → TrajectoryRef
    CatalogReference?, deprecated 1.1 → TrajectoryRef
    TimeReference
    TrajectoryFollowingMode
    TrajectoryRef?, since 1.1

type TrajectoryRef, since 1.1
  choice: Trajectory CatalogReference

type TrajectoryFollowingMode
  @followingMode: FollowingMode

type TimeReference
  choice, may be empty until 1.2: None Timing

type None

type Timing
  @domainAbsoluteRelative: ReferenceContext
  @offset @scale: Double

type Route
  @closed: Boolean
  @name: String
  sequence: ParameterDeclarations? Waypoint{2..}

type Waypoint
  @routeStrategy: RouteStrategy
  sequence: Position

type Trajectory
  @closed: Boolean
  @name: String
  sequence: ParameterDeclarations? Shape

type Shape
  choice, may be empty until 1.2
    Polyline
    Clothoid
    ClothoidSpline, since 1.3
    Nurbs

type Polyline
  sequence: Vertex{2..}

type Vertex
  @time: Double, ? since 1.1
  sequence: Position

type Clothoid
  @curvature: Double
  @curvatureDot: Double, ? since 1.1, deprecated 1.1 → @curvaturePrime
  @length @startTime? @stopTime?: Double
  @curvaturePrime?: Double, since 1.1
  sequence: Position

type ClothoidSpline, since 1.3
  @timeEnd?: Double
  sequence: ClothoidSplineSegment+

type ClothoidSplineSegment, since 1.3
  @curvatureStart @curvatureEnd @length @hOffset? @timeStart?: Double
  sequence
    PositionStart?: Position

type Nurbs
  @order: UnsignedInt
  sequence: ControlPoint{2..} Knot{2..}

type ControlPoint
  @time? @weight?: Double
  sequence: Position

type Knot
  @value: Double
`;

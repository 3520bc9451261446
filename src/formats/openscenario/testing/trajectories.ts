import type { Version } from '../model/model';
import { privately } from './scenarios';

/** What the times of a trajectory are used for. */
export const timing = '<Timing domainAbsoluteRelative="relative" scale="1" offset="0"/>';

/** How a trajectory is followed in a test. */
interface Following {
  version?: Version;
  /** Child of `TimeReference`; unless given, times are not used. */
  time?: string;
  /** Attributes of the action. */
  attributes?: string;
}

/** The initial actions of Ego: to follow a trajectory of a shape. */
export function follow(shape: string, following: Following = {}): string {
  const { version = '1.3', time = '<None/>', attributes = '' } = following;
  const written = trajectory(shape);
  const reference = version === '1.0' ? written : `<TrajectoryRef>${written}</TrajectoryRef>`;
  return privately(
    'Ego',
    `<RoutingAction><FollowTrajectoryAction ${attributes}>${reference}<TimeReference>${time}</TimeReference><TrajectoryFollowingMode followingMode="position"/></FollowTrajectoryAction></RoutingAction>`,
  );
}

/** A trajectory of a shape. */
export function trajectory(shape: string): string {
  return `<Trajectory name="path" closed="false"><Shape>${shape}</Shape></Trajectory>`;
}

/** A polyline 10 m long for each step: along x, with the attributes of each vertex given. */
export function polyline(...vertices: string[]): string {
  const written = vertices.map(
    (attributes, at) => `<Vertex${attributes}>${place(at * 10)}</Vertex>`,
  );
  return `<Polyline>${written.join('')}</Polyline>`;
}

/** NURBS of an order, with the attributes of its control points, and the values of its knots. */
export function nurbs(order: string, points: readonly string[], knots: readonly string[]): string {
  const written = [
    ...points.map(
      (attributes, at) => `<ControlPoint${attributes}>${place(at * 10)}</ControlPoint>`,
    ),
    ...knots.map((value) => `<Knot value="${value}"/>`),
  ];
  return `<Nurbs order="${order}">${written.join('')}</Nurbs>`;
}

/** A position at x in the world. */
export function place(x: number): string {
  return `<Position><WorldPosition x="${x}" y="0"/></Position>`;
}

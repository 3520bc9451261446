import { Indented } from './indented';
import { Random } from './random';

/** What a scenario mostly consists of; `mixed` is a third of each. */
export const profiles = ['mixed', 'traffic', 'events', 'trajectories'] as const;
export type Profile = (typeof profiles)[number];

/** Entities that there are at least, for the events to refer to. */
const fewestEntities = 4;

/** A text that is to be shorter has room for one entity only. */
const shortText = 10_000;

/** Vehicles that there are at most, however long the text: they have to be remembered. */
const mostEntities = 20_000;

/** Characters that are collected before they are handed on. */
const partLength = 1_000_000;

/** Events of one manoeuvre. */
const eventsOfAManeuver = 3;

/**
 * A scenario of OpenSCENARIO 1.2 of about so many bytes, valid against its schema and with all its
 * references right: many vehicles (`traffic`), many events with actions and conditions (`events`),
 * or long polylines (`trajectories`). The same arguments give the same text; it is ASCII.
 */
export function scenario(bytes: number, profile: Profile, seed = 1): string {
  return [...scenarioParts(bytes, profile, seed)].join('');
}

/**
 * The same in parts, so that a text of any length never has to be held whole. Where there would be
 * too many vehicles, events take their place.
 */
export function* scenarioParts(bytes: number, profile: Profile, seed = 1): Generator<string> {
  const random = new Random(seed);
  const share = (of: Profile): number =>
    profile === of ? bytes : profile === 'mixed' ? bytes / 3 : 0;

  const entities = new Indented(2);
  const initial = new Indented(4);
  const names: string[] = [];
  const fewest = bytes < shortText ? 1 : fewestEntities;
  while (
    names.length < fewest ||
    (entities.length + initial.length < share('traffic') && names.length < mostEntities)
  ) {
    const name = names.length === 0 ? 'Ego' : `Vehicle_${String(names.length).padStart(5, '0')}`;
    names.push(name);
    vehicle(entities, name, random);
    initialState(initial, name, random);
  }
  const lacking =
    names.length < mostEntities ? 0 : share('traffic') - entities.length - initial.length;
  const context = { random, names, events: 0 };

  const out = new Indented();
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;
  out.open('OpenSCENARIO');
  beginning(out, entities, profile);
  out.open('Storyboard');
  out.element('Init', () => out.element('Actions', () => out.append(initial)));
  out.open('Story name="Story"');
  out.open('Act name="Act"');
  yield head + out.take();

  const eventsBegin = out.length;
  do {
    group(out, context, eventsOfAManeuver, laneChange);
    if (out.waiting >= partLength) yield out.take();
  } while (out.length - eventsBegin < share('events') + Math.max(0, lacking));
  const trajectoriesBegin = out.length;
  const vertices = Math.round(Math.min(Math.max(share('trajectories') / 2000, 10), 1000));
  while (out.length - trajectoriesBegin < share('trajectories')) {
    group(out, context, 1, (to) => followTrajectory(to, context, vertices));
    if (out.waiting >= partLength) yield out.take();
  }

  out.element('StartTrigger', () => trigger(out, 'Begin', 0));
  out.close('Act');
  out.close('Story');
  out.element('StopTrigger', () => trigger(out, 'End', 120));
  out.close('Storyboard');
  out.close('OpenSCENARIO');
  yield out.take();
}

function beginning(out: Indented, entities: Indented, profile: Profile): void {
  out.empty(
    `FileHeader revMajor="1" revMinor="2" date="2024-03-01T09:30:00" author="Scrutineer" description="A scenario to measure with: ${profile}"`,
  );
  out.element('ParameterDeclarations', () => {
    out.empty('ParameterDeclaration name="CruisingSpeed" parameterType="double" value="27.5"');
    out.empty('ParameterDeclaration name="Headway" parameterType="double" value="1.8"');
  });
  out.empty('CatalogLocations');
  out.element('RoadNetwork', () => out.empty('LogicFile filepath="roads/motorway.xodr"'));
  out.element('Entities', () => out.append(entities));
}

function trigger(out: Indented, name: string, seconds: number): void {
  out.element('ConditionGroup', () =>
    out.element(`Condition name="${name}" delay="0" conditionEdge="none"`, () =>
      out.element('ByValueCondition', () =>
        out.empty(`SimulationTimeCondition value="${seconds}" rule="greaterThan"`),
      ),
    ),
  );
}

function vehicle(out: Indented, name: string, random: Random): void {
  const kind = random.pick(['car', 'car', 'car', 'van', 'truck']);
  const length = { car: 4.6, van: 5.9, truck: 13.6 }[kind] ?? 4.6;
  out.element(`ScenarioObject name="${name}"`, () => {
    out.element(
      `Vehicle name="${kind}_${random.whole(1, 40)}" vehicleCategory="${kind}" mass="${random.whole(900, 24000)}"`,
      () => {
        out.element('BoundingBox', () => {
          out.empty(`Center x="${(length * 0.29).toFixed(2)}" y="0.0" z="0.75"`);
          out.empty(`Dimensions width="1.9" length="${length.toFixed(1)}" height="1.5"`);
        });
        out.empty(
          `Performance maxSpeed="${random.decimal(22, 70)}" maxAcceleration="${random.decimal(1, 9)}" maxDeceleration="9.8"`,
        );
        out.element('Axles', () => {
          out.empty(
            `FrontAxle maxSteering="0.52" wheelDiameter="0.68" trackWidth="1.61" positionX="${(length * 0.6).toFixed(2)}" positionZ="0.34"`,
          );
          out.empty(
            'RearAxle maxSteering="0.0" wheelDiameter="0.68" trackWidth="1.61" positionX="0.0" positionZ="0.34"',
          );
        });
        out.element('Properties', () => {
          out.empty(
            `Property name="colour" value="${random.pick(['silver', 'black', 'red', 'blue &amp; white'])}"`,
          );
          out.empty(`Property name="id" value="${random.whole(1000, 99999)}"`);
        });
      },
    );
  });
}

function initialState(out: Indented, name: string, random: Random): void {
  out.element(`Private entityRef="${name}"`, () => {
    out.element('PrivateAction', () =>
      out.element('TeleportAction', () =>
        out.element('Position', () =>
          out.empty(
            `LanePosition roadId="${random.whole(0, 30)}" laneId="${random.pick(['-1', '-2', '-3'])}" offset="${random.decimal(-0.4, 0.4)}" s="${random.decimal(0, 4000)}"`,
          ),
        ),
      ),
    );
    out.element('PrivateAction', () =>
      out.element('LongitudinalAction', () =>
        out.element('SpeedAction', () => {
          out.empty(
            'SpeedActionDynamics dynamicsShape="step" dynamicsDimension="time" value="0.0"',
          );
          out.element('SpeedActionTarget', () =>
            out.empty(`AbsoluteTargetSpeed value="${speed(random)}"`),
          );
        }),
      ),
    );
  });
}

interface Context {
  random: Random;
  names: readonly string[];
  events: number;
}

function anyName({ random, names }: Context): string {
  return names[random.whole(0, names.length - 1)] ?? 'Ego';
}

/** A speed as people write them: mostly a number, now and then a parameter or an expression. */
function speed(random: Random): string {
  if (random.unit() < 0.8) return random.decimal(12, 45);
  return random.pick(['$CruisingSpeed', '${$CruisingSpeed * 0.9}']);
}

type Action = (out: Indented, context: Context) => void;

function group(out: Indented, context: Context, events: number, action: Action): void {
  const serial = context.events;
  out.element(`ManeuverGroup maximumExecutionCount="1" name="Group_${serial}"`, () => {
    out.element('Actors selectTriggeringEntities="false"', () =>
      out.empty(`EntityRef entityRef="${anyName(context)}"`),
    );
    out.element(`Maneuver name="Maneuver_${serial}"`, () => {
      for (let count = 0; count < events; count++) event(out, context, action);
    });
  });
}

function event(out: Indented, context: Context, action: Action): void {
  const serial = context.events++;
  out.element(`Event name="Event_${serial}" priority="override" maximumExecutionCount="1"`, () => {
    out.element(`Action name="Action_${serial}"`, () =>
      out.element('PrivateAction', () => action(out, context)),
    );
    out.element('StartTrigger', () =>
      out.element('ConditionGroup', () => condition(out, context, serial)),
    );
  });
}

function condition(out: Indented, context: Context, serial: number): void {
  const { random } = context;
  const rule = random.pick(['lessThan', 'greaterThan', 'lessOrEqual']);
  const tag = `Condition name="Condition_${serial}" delay="${random.decimal(0, 2, 1)}" conditionEdge="rising"`;
  out.element(tag, () =>
    out.element('ByEntityCondition', () => {
      out.element('TriggeringEntities triggeringEntitiesRule="any"', () =>
        out.empty(`EntityRef entityRef="${anyName(context)}"`),
      );
      out.element('EntityCondition', () =>
        out.empty(
          random.pick([
            `TimeHeadwayCondition entityRef="${anyName(context)}" value="$Headway" freespace="true" coordinateSystem="lane" relativeDistanceType="longitudinal" rule="${rule}"`,
            `RelativeDistanceCondition entityRef="${anyName(context)}" relativeDistanceType="longitudinal" value="${random.decimal(5, 80)}" freespace="true" rule="${rule}"`,
            `SpeedCondition value="${random.decimal(5, 40)}" rule="${rule}"`,
            `StandStillCondition duration="${random.decimal(1, 9, 1)}"`,
          ]),
        ),
      );
    }),
  );
}

function laneChange(out: Indented, context: Context): void {
  const { random } = context;
  out.element('LateralAction', () =>
    out.element(`LaneChangeAction targetLaneOffset="${random.decimal(-0.3, 0.3)}"`, () => {
      out.empty(
        `LaneChangeActionDynamics dynamicsShape="${random.pick(['sinusoidal', 'cubic', 'linear'])}" value="${random.decimal(2, 6)}" dynamicsDimension="time"`,
      );
      out.element('LaneChangeTarget', () =>
        out.empty(
          `RelativeTargetLane entityRef="${anyName(context)}" value="${random.pick(['-1', '1'])}"`,
        ),
      );
    }),
  );
}

function followTrajectory(out: Indented, context: Context, vertices: number): void {
  const { random } = context;
  let [x, y, heading, time] = [random.unit() * 1000, random.unit() * 200, 0, 0];
  out.element('RoutingAction', () =>
    out.element('FollowTrajectoryAction', () => {
      out.element('TrajectoryRef', () =>
        out.element(`Trajectory name="Trajectory_${context.events}" closed="false"`, () =>
          out.element('Shape', () =>
            out.element('Polyline', () => {
              for (let count = 0; count < vertices; count++) {
                out.element(`Vertex time="${time.toFixed(2)}"`, () =>
                  out.element('Position', () =>
                    out.empty(
                      `WorldPosition x="${x.toFixed(4)}" y="${y.toFixed(4)}" z="0.0" h="${heading.toFixed(6)}"`,
                    ),
                  ),
                );
                time += 0.04;
                heading += (random.unit() - 0.5) * 0.02;
                x += Math.cos(heading);
                y += Math.sin(heading);
              }
            }),
          ),
        ),
      );
      out.element('TimeReference', () =>
        out.empty('Timing domainAbsoluteRelative="relative" scale="1.0" offset="0.0"'),
      );
      out.empty('TrajectoryFollowingMode followingMode="position"');
    }),
  );
}

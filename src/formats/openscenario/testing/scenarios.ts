import type { Version } from '../model/model';

/** What a fixture brings; all else is filled in so that the schema of the version is content. */
export interface ScenarioParts {
  version?: Version;
  /** Declarations of the scenario: the children of the root's `ParameterDeclarations`. */
  parameters?: string;
  /** Children of `VariableDeclarations` (from 1.2). */
  variables?: string;
  /** Children of `MonitorDeclarations` (from 1.3). */
  monitors?: string;
  /** Children of `CatalogLocations`. */
  catalogs?: string;
  /** Children of `RoadNetwork`. */
  roads?: string;
  /** Children of `Entities`; unless given, a vehicle `Ego` and a vehicle `Target`. */
  entities?: string;
  /** Children of `Init/Actions`. */
  init?: string;
  /** Stories; unless given, the one around `act` or `events`. */
  stories?: string;
  /** Children of the act: maneuver groups, `StartTrigger`, `StopTrigger`. */
  act?: string;
  /** Children of the maneuver. */
  events?: string;
  /** The storyboard's `StopTrigger` element; unless given, one at 10 s. */
  stop?: string;
}

/** A scenario with all that the schema asks for. */
export function scenario(parts: ScenarioParts = {}): string {
  const { version = '1.3', parameters, variables, monitors } = parts;
  return document(
    version,
    [
      parameters === undefined
        ? ''
        : `<ParameterDeclarations>${parameters}</ParameterDeclarations>`,
      variables === undefined ? '' : `<VariableDeclarations>${variables}</VariableDeclarations>`,
      monitors === undefined ? '' : `<MonitorDeclarations>${monitors}</MonitorDeclarations>`,
      `<CatalogLocations>${parts.catalogs ?? ''}</CatalogLocations>`,
      `<RoadNetwork>${parts.roads ?? ''}</RoadNetwork>`,
      `<Entities>${parts.entities ?? object('Ego') + object('Target')}</Entities>`,
      `<Storyboard><Init><Actions>${parts.init ?? ''}</Actions></Init>`,
      parts.stories ?? story(parts),
      `${parts.stop ?? trigger('StopTrigger')}</Storyboard>`,
    ].join('\n'),
  );
}

function story({ act, events }: ScenarioParts): string {
  const inside =
    act ??
    `<ManeuverGroup name="group" maximumExecutionCount="1">
<Actors selectTriggeringEntities="false"><EntityRef entityRef="Ego"/></Actors>
<Maneuver name="maneuver">${events ?? event()}</Maneuver></ManeuverGroup>
${trigger('StartTrigger')}`;
  return `<Story name="story"><Act name="act">\n${inside}</Act></Story>`;
}

/** An event with a speed action. */
export function event(name = 'event', start = trigger('StartTrigger')): string {
  return `<Event name="${name}" priority="parallel"><Action name="action"><PrivateAction><LongitudinalAction><SpeedAction><SpeedActionDynamics dynamicsShape="linear" value="1" dynamicsDimension="time"/><SpeedActionTarget><AbsoluteTargetSpeed value="10"/></SpeedActionTarget></SpeedAction></LongitudinalAction></PrivateAction></Action>${start}</Event>`;
}

/** The private actions of an entity in Init; unless given, it is put somewhere. */
export function privately(entity: string, action = teleport()): string {
  return `<Private entityRef="${entity}"><PrivateAction>${action}</PrivateAction></Private>`;
}

/** An action that puts an entity at a position. */
export function teleport(position = '<WorldPosition x="0" y="0"/>'): string {
  return `<TeleportAction><Position>${position}</Position></TeleportAction>`;
}

/** A scenario on a road network, with an entity at a position. */
export function onRoads(file: string, position: string, version: Version = '1.3'): string {
  const init = position === '' ? '' : privately('Ego', teleport(position));
  return scenario({ version, roads: `<LogicFile filepath="${file}"/>`, init });
}

/** A global action in Init. */
export function globally(action: string): string {
  return `<GlobalAction>${action}</GlobalAction>`;
}

/** A traffic signal controller with one phase, in which one signal has a state. */
export function signalController(name: string, signal: string): string {
  return `<TrafficSignalController name="${name}"><Phase name="go" duration="10"><TrafficSignalState trafficSignalId="${signal}" state="on"/></Phase></TrafficSignalController>`;
}

/** A trigger with one condition: unless given, that ten seconds have passed. */
export function trigger(
  element: 'StartTrigger' | 'StopTrigger',
  condition = afterSeconds(),
): string {
  return `<${element}><ConditionGroup>${condition}</ConditionGroup></${element}>`;
}

/** A condition on the simulation time. */
export function afterSeconds(seconds = '10', edge = 'none'): string {
  return `<Condition name="time" delay="0" conditionEdge="${edge}"><ByValueCondition><SimulationTimeCondition value="${seconds}" rule="greaterThan"/></ByValueCondition></Condition>`;
}

/** A scenario object with a vehicle. */
export function object(name: string, inside = vehicle()): string {
  return `<ScenarioObject name="${name}">${inside}</ScenarioObject>`;
}

/** A vehicle; `more` goes between its performance and its properties. */
export function vehicle(name = 'car', parameters = ''): string {
  const declared =
    parameters === '' ? '' : `<ParameterDeclarations>${parameters}</ParameterDeclarations>`;
  return `<Vehicle name="${name}" vehicleCategory="car">${declared}<BoundingBox><Center x="1" y="0" z="1"/><Dimensions width="2" length="4" height="2"/></BoundingBox><Performance maxSpeed="50" maxAcceleration="10" maxDeceleration="10"/><Axles><FrontAxle maxSteering="0.5" wheelDiameter="0.6" trackWidth="1.8" positionX="3" positionZ="0.3"/><RearAxle maxSteering="0" wheelDiameter="0.6" trackWidth="1.8" positionX="0" positionZ="0.3"/></Axles><Properties/></Vehicle>`;
}

/** A catalog document with the entries given. */
export function catalog(
  entries: string,
  { version = '1.3', name = 'catalog' }: { version?: Version; name?: string } = {},
): string {
  return document(version, `<Catalog name="${name}">${entries}</Catalog>`);
}

/** A parameter value distribution over a scenario file. */
export function distribution(
  inside: string,
  { version = '1.3', file = 'scenario.xosc' }: { version?: Version; file?: string } = {},
): string {
  return document(
    version,
    `<ParameterValueDistribution><ScenarioFile filepath="${file}"/>${inside}</ParameterValueDistribution>`,
  );
}

function document(version: Version, inside: string): string {
  const [major, minor] = version.split('.');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSCENARIO>
<FileHeader revMajor="${major}" revMinor="${minor}" date="2024-01-01T00:00:00" description="a test" author="test"/>
${inside}
</OpenSCENARIO>
`;
}

/** `CatalogLocations` content: folders by their element, such as `VehicleCatalog`. */
export function locations(folders: Readonly<Record<string, string>>): string {
  return Object.entries(folders)
    .map(([name, path]) => `<${name}><Directory path="${path}"/></${name}>`)
    .join('');
}

/** A scenario object whose vehicle comes from a catalog. */
export function fromCatalog(
  name: string,
  catalogName: string,
  entryName: string,
  inside = '',
): string {
  return object(
    name,
    `<CatalogReference catalogName="${catalogName}" entryName="${entryName}">${inside}</CatalogReference>`,
  );
}

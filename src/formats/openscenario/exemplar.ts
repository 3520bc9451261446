/** Vertices of one vehicle's trajectory. */
const verticesEach = 40;

/**
 * A scenario without a mistake, of about so many bytes (at least a few KB): vehicles, where they
 * begin, and long trajectories that they follow, as exports of recorded traffic have them. The same
 * number gives the same text; it is ASCII.
 */
export function exemplar(bytes: number): string {
  const entities: string[] = [];
  const initial: string[] = [];
  const groups: string[] = [];
  let length = 0;
  for (let serial = 0; serial === 0 || length < bytes - frame.length; serial++) {
    const name = `Vehicle_${String(serial).padStart(5, '0')}`;
    const parts = [vehicle(name), start(name, serial), drive(name, serial)] as const;
    entities.push(parts[0]);
    initial.push(parts[1]);
    groups.push(parts[2]);
    length += parts[0].length + parts[1].length + parts[2].length;
  }
  return frame
    .replace('{entities}', entities.join(''))
    .replace('{initial}', initial.join(''))
    .replace('{groups}', groups.join(''));
}

/** What a trigger holds that fires after so many seconds. */
function after(seconds: number, indent: string): string {
  return `${indent}<ConditionGroup>
${indent}  <Condition name="Time" delay="0" conditionEdge="none">
${indent}    <ByValueCondition>
${indent}      <SimulationTimeCondition value="${seconds}" rule="greaterOrEqual"/>
${indent}    </ByValueCondition>
${indent}  </Condition>
${indent}</ConditionGroup>
`;
}

const frame = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-03-01T09:30:00" author="Scrutineer" description="To measure with"/>
  <CatalogLocations/>
  <RoadNetwork/>
  <Entities>
{entities}  </Entities>
  <Storyboard>
    <Init>
      <Actions>
{initial}      </Actions>
    </Init>
    <Story name="Story">
      <Act name="Act">
{groups}        <StartTrigger>
${after(0, '          ')}        </StartTrigger>
      </Act>
    </Story>
    <StopTrigger>
${after(60, '      ')}    </StopTrigger>
  </Storyboard>
</OpenSCENARIO>
`;

function vehicle(name: string): string {
  return `    <ScenarioObject name="${name}">
      <Vehicle name="car" vehicleCategory="car">
        <BoundingBox>
          <Center x="1.3" y="0.0" z="0.75"/>
          <Dimensions width="1.9" length="4.6" height="1.5"/>
        </BoundingBox>
        <Performance maxSpeed="69.4" maxAcceleration="4.5" maxDeceleration="9.8"/>
        <Axles>
          <FrontAxle maxSteering="0.52" wheelDiameter="0.68" trackWidth="1.61" positionX="2.76" positionZ="0.34"/>
          <RearAxle maxSteering="0.0" wheelDiameter="0.68" trackWidth="1.61" positionX="0.0" positionZ="0.34"/>
        </Axles>
        <Properties>
          <Property name="colour" value="blue &amp; white"/>
        </Properties>
      </Vehicle>
    </ScenarioObject>
`;
}

function start(name: string, serial: number): string {
  return `        <Private entityRef="${name}">
          <PrivateAction>
            <TeleportAction>
              <Position>
                <WorldPosition x="${(serial * 12.5) % 4000}" y="${(serial % 3) * 3.5}" z="0.0" h="0.1"/>
              </Position>
            </TeleportAction>
          </PrivateAction>
        </Private>
`;
}

function drive(name: string, serial: number): string {
  let vertices = '';
  for (let count = 0; count < verticesEach; count++) {
    const heading = Math.sin((serial + count) / 50) / 4;
    vertices += `                            <Vertex time="${(count / 25).toFixed(2)}">
                              <Position>
                                <WorldPosition x="${(serial + count * 1.1).toFixed(4)}" y="${(heading * 10).toFixed(4)}" z="0.0" h="${heading.toFixed(6)}"/>
                              </Position>
                            </Vertex>
`;
  }
  return `        <ManeuverGroup maximumExecutionCount="1" name="Group_${serial}">
          <Actors selectTriggeringEntities="false">
            <EntityRef entityRef="${name}"/>
          </Actors>
          <Maneuver name="Maneuver_${serial}">
            <Event name="Event_${serial}" priority="override">
              <Action name="Action_${serial}">
                <PrivateAction>
                  <RoutingAction>
                    <FollowTrajectoryAction>
                      <TrajectoryRef>
                        <Trajectory name="Trajectory_${serial}" closed="false">
                          <Shape>
                            <Polyline>
${vertices}                            </Polyline>
                          </Shape>
                        </Trajectory>
                      </TrajectoryRef>
                      <TimeReference>
                        <None/>
                      </TimeReference>
                      <TrajectoryFollowingMode followingMode="position"/>
                    </FollowTrajectoryAction>
                  </RoutingAction>
                </PrivateAction>
              </Action>
            </Event>
          </Maneuver>
        </ManeuverGroup>
`;
}

/** A maneuver group with the maneuvers and actors given. */
export function group(
  name: string,
  maneuvers: string,
  actors = '<EntityRef entityRef="Ego"/>',
): string {
  return `<ManeuverGroup name="${name}" maximumExecutionCount="1"><Actors selectTriggeringEntities="false">${actors}</Actors>${maneuvers}</ManeuverGroup>`;
}

/** A maneuver with the events given. */
export function maneuver(name: string, events: string): string {
  return `<Maneuver name="${name}">${events}</Maneuver>`;
}

/** An event with the content of one action, which starts at once unless a trigger is given (from 1.1). */
export function doing(name: string, action: string, start = ''): string {
  return `<Event name="${name}" priority="parallel"><Action name="${name}Action">${action}</Action>${start}</Event>`;
}

/** A global action about an entity: it is taken away, or put at a place. */
export function entityAction(entity: string, what: 'add' | 'delete'): string {
  const inside =
    what === 'delete'
      ? '<DeleteEntityAction/>'
      : '<AddEntityAction><Position><WorldPosition x="0" y="0"/></Position></AddEntityAction>';
  return `<GlobalAction><EntityAction entityRef="${entity}">${inside}</EntityAction></GlobalAction>`;
}

/** A condition by value. */
export function byValue(condition: string, edge = 'none'): string {
  return `<Condition name="value" delay="0" conditionEdge="${edge}"><ByValueCondition>${condition}</ByValueCondition></Condition>`;
}

/** A condition on the state of a storyboard element. */
export function afterElement(reference: string, type = 'event', state = 'completeState'): string {
  return byValue(
    `<StoryboardElementStateCondition storyboardElementRef="${reference}" storyboardElementType="${type}" state="${state}"/>`,
  );
}

/** A condition on an entity; unless given, that it stands still. */
export function byEntity(
  entity: string,
  condition = '<StandStillCondition duration="1"/>',
): string {
  return `<Condition name="entity" delay="0" conditionEdge="none"><ByEntityCondition><TriggeringEntities triggeringEntitiesRule="any"><EntityRef entityRef="${entity}"/></TriggeringEntities><EntityCondition>${condition}</EntityCondition></ByEntityCondition></Condition>`;
}

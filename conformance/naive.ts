import type { Xsd, XsdParticle, XsdType } from './xsd';

/**
 * XML Schema's particles evaluated in the plainest way, by trying everything, so that it can be
 * trusted where the compiled automata are to be tested.
 */

/** Whether a type's content may consist of these children, in this order. */
export function xsdAcceptsChildren(type: XsdType, children: readonly string[]): boolean {
  if (type.content === null || type.content === 'text') return children.length === 0;
  return ends(type.content, children, 0).has(children.length);
}

/** Whether a type accepts a set of attributes. */
export function xsdAcceptsAttributes(type: XsdType, names: readonly string[]): boolean {
  return (
    names.every((name) => type.attributes.has(name)) &&
    [...type.attributes].every(([name, { required }]) => !required || names.includes(name))
  );
}

/** Whether the patterns and enumerated values of a simple type match; its built-in type is left out. */
export function xsdMatchesValue(xsd: Xsd, name: string, value: string): boolean {
  const type = xsd.simpleTypes.get(name);
  if (type === undefined) return false;
  if (type.pattern !== null) return new RegExp(`^(?:${type.pattern})$`).test(value);
  return (
    type.values.has(value) || type.members.some((member) => xsdMatchesValue(xsd, member, value))
  );
}

/** All places at which a particle may have ended that begins at `start`. */
function ends(particle: XsdParticle, children: readonly string[], start: number): Set<number> {
  const reached = new Set<number>(particle.min === 0 ? [start] : []);
  let frontier = new Set([start]);
  for (let times = 1; times <= particle.max && frontier.size > 0; times++) {
    const next = new Set<number>();
    for (const at of frontier) for (const end of onceEnds(particle, children, at)) next.add(end);
    if (times >= particle.min) {
      const grown = [...next].some((end) => !reached.has(end));
      for (const end of next) reached.add(end);
      if (!grown) break;
    }
    frontier = next;
  }
  return reached;
}

function onceEnds(particle: XsdParticle, children: readonly string[], start: number): Set<number> {
  switch (particle.kind) {
    case 'element':
      return new Set(children[start] === particle.name ? [start + 1] : []);
    case 'sequence':
      return sequenceEnds(particle.parts, children, start);
    case 'choice':
      return new Set(particle.parts.flatMap((part) => [...ends(part, children, start)]));
    case 'all': {
      const result = new Set<number>();
      if (particle.parts.every((part) => part.min === 0)) result.add(start);
      for (const part of particle.parts) {
        const others = particle.parts.filter((other) => other !== part);
        const rest: XsdParticle = { ...particle, parts: others };
        for (const end of onceEnds(part, children, start)) {
          if (others.length === 0) result.add(end);
          else for (const last of onceEnds(rest, children, end)) result.add(last);
        }
      }
      return result;
    }
  }
}

function sequenceEnds(
  parts: readonly XsdParticle[],
  children: readonly string[],
  start: number,
): Set<number> {
  let at = new Set([start]);
  for (const part of parts) {
    at = new Set([...at].flatMap((place) => [...ends(part, children, place)]));
  }
  return at;
}

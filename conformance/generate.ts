import fc from 'fast-check';
import type { XsdParticle, XsdType } from './xsd';

/** Names of all elements that may occur in a content. */
export function namesIn(particle: XsdParticle): string[] {
  if (particle.kind === 'element') return [particle.name];
  return [...new Set(particle.parts.flatMap(namesIn))];
}

/**
 * Children for a type: a content that its schema allows, with up to two changes, each of which may
 * break it; now and then names at random.
 */
export function anyChildren(type: XsdType): fc.Arbitrary<string[]> {
  const names = type.content === null || type.content === 'text' ? [] : namesIn(type.content);
  const anyName = fc.constantFrom(...names, 'NoSuchElement');
  const right =
    type.content === null || type.content === 'text'
      ? fc.constant<string[]>([])
      : rightContent(type.content);
  const change = fc.record({
    at: fc.nat(12),
    remove: fc.nat(1),
    insert: fc.array(anyName, { maxLength: 1 }),
  });
  const changed = fc
    .tuple(right, fc.array(change, { maxLength: 2 }))
    .map(([children, changes]) =>
      changes.reduce(
        (now, { at, remove, insert }) => now.toSpliced(Math.min(at, now.length), remove, ...insert),
        children,
      ),
    );
  return fc.oneof({ weight: 4, arbitrary: changed }, fc.array(anyName, { maxLength: 6 }));
}

function rightContent(particle: XsdParticle): fc.Arbitrary<string[]> {
  const max = Math.min(particle.max, particle.min + 2);
  const times = fc.array(once(particle), { minLength: particle.min, maxLength: max });
  return times.map((parts) => parts.flat());
}

function once(particle: XsdParticle): fc.Arbitrary<string[]> {
  if (particle.kind === 'element') return fc.constant([particle.name]);
  const parts = particle.parts.map(rightContent);
  switch (particle.kind) {
    case 'choice':
      return fc.oneof(...parts);
    case 'sequence':
      return fc.tuple(...parts).map((lists) => lists.flat());
    case 'all':
      return fc
        .tuple(...parts)
        .chain((lists) => fc.shuffledSubarray(lists, { minLength: lists.length }))
        .map((lists) => lists.flat());
  }
}

import type { ModelGroup, Particle } from './model';

/** What a content still needs. */
export interface Lack {
  /** Elements that must occur, or, where `any` is true, of which one must. */
  readonly names: readonly string[];
  readonly any: boolean;
  /** How many there must be where one is not enough; else 1. */
  readonly least: number;
}

/**
 * How a child that may not stand at a place relates to what may.
 *
 * - `early`: something else must come first
 * - `again`: it stood before, and may only once
 * - `late`: it must come before what `after` names, and that stood before; `once` where it may be
 *   that it stood before as well, and may not again
 * - `alternative`: only one of `among` may stand here, and one does; `whole` where these are all that
 *   the content could consist of, once each
 */
export type Misplacement =
  | { readonly kind: 'early'; readonly lack: Lack }
  | { readonly kind: 'again' }
  | { readonly kind: 'late'; readonly after: readonly string[]; readonly once: boolean }
  | { readonly kind: 'alternative'; readonly among: readonly string[]; readonly whole: boolean };

/** Works out from a content model why a child may not stand where only `expected` may. */
export function misplacementOf(
  model: ModelGroup,
  child: string,
  expected: readonly string[],
): Misplacement | null {
  if (!namesIn(model).includes(child)) return null;
  switch (model.kind) {
    case 'all':
      return expected.includes(child) ? null : { kind: 'again' };
    case 'choice':
      return inChoice(model, child, expected);
    case 'sequence':
      return inSequence(model, child, expected);
  }
}

/** Works out from a content model what is missing where a content ends too early. */
export function lacksOf(model: ModelGroup, expected: readonly string[]): Lack[] {
  switch (model.kind) {
    case 'all':
      return model.parts
        .filter((part) => part.min > 0 && meets(part, expected))
        .flatMap((part) => lackOf(part));
    case 'choice': {
      const open = model.parts.filter((part) => meets(part, expected));
      const [only, ...others] = open;
      if (only !== undefined && others.length === 0) return lackWithin(only, expected);
      return [{ names: open.flatMap(keysOf), any: true, least: 1 }];
    }
    case 'sequence': {
      const now = model.parts.findIndex((part) => meets(part, expected));
      const [current, ...later] = now < 0 ? [] : model.parts.slice(now);
      if (current === undefined) return [];
      // Where something later could follow too, the current part has occurred often enough.
      const enough = isOmissible(current) || later.some((part) => meets(part, expected));
      const rest = later.filter((part) => !isOmissible(part)).flatMap(lackOf);
      return enough ? rest : [...lackWithin(current, expected), ...rest];
    }
  }
}

function inChoice(
  model: ModelGroup,
  child: string,
  expected: readonly string[],
): Misplacement | null {
  const own = model.parts.find((part) => namesIn(part).includes(child));
  const current = model.parts.find((part) => meets(part, expected));
  if (own !== undefined && own === current && own.kind !== 'element') {
    return misplacementOf(own, child, expected);
  }
  const whole = model.parts.every((part) => part.kind === 'element' && part.max === 1);
  return { kind: 'alternative', among: model.parts.flatMap(keysOf), whole };
}

function inSequence(
  model: ModelGroup,
  child: string,
  expected: readonly string[],
): Misplacement | null {
  const { parts } = model;
  const own = parts.findIndex((part) => namesIn(part).includes(child));
  const found = parts.findIndex((part) => meets(part, expected));
  const now = found < 0 ? parts.length : found;
  const part = parts[own];
  if (part === undefined) return null;
  if (own > now) {
    const [lack] = parts
      .slice(now, own)
      .filter((one) => !isOmissible(one))
      .flatMap(lackOf);
    return lack === undefined ? null : { kind: 'early', lack };
  }
  if (part.kind !== 'element') {
    return own === now ? misplacementOf(part, child, expected) : inPassedGroup(part, child);
  }
  // A part that may repeat can have begun although it is still expected.
  const current = parts.slice(now, now + 1).filter((one) => one.max > 1);
  const passed = [...parts.slice(own + 1, now), ...current];
  if (part.max === 1 && (part.min > 0 || passed.length === 0)) return { kind: 'again' };
  const certain = passed.filter((one) => !isOmissible(one)).slice(0, 1);
  const after = (certain.length > 0 ? certain : passed).flatMap(keysOf);
  return after.length === 0 ? null : { kind: 'late', after, once: part.max === 1 };
}

/** A child of a group that has been gone through. */
function inPassedGroup(group: ModelGroup, child: string): Misplacement | null {
  const branch = group.parts.find((part) => namesIn(part).includes(child));
  if (group.kind === 'choice' && branch?.kind === 'element') {
    return { kind: 'alternative', among: group.parts.flatMap(keysOf), whole: false };
  }
  const inner = group.kind === 'choice' ? branch : group;
  return inner === undefined || inner.kind === 'element' ? null : misplacementOf(inner, child, []);
}

function lackWithin(part: Particle, expected: readonly string[]): Lack[] {
  return part.kind === 'element' ? lackOf(part) : lacksOf(part, expected);
}

function lackOf(part: Particle): Lack[] {
  if (part.kind === 'element') return [{ names: [part.name], any: false, least: part.min }];
  if (part.kind === 'choice') return [{ names: keysOf(part), any: true, least: 1 }];
  return part.parts.filter((one) => !isOmissible(one)).flatMap(lackOf);
}

/** The names that tell a particle: those of its first part that must occur, else all it begins with. */
function keysOf(particle: Particle): string[] {
  if (particle.kind === 'element') return [particle.name];
  if (particle.kind !== 'sequence') return particle.parts.flatMap(keysOf);
  const first = particle.parts.find((part) => !isOmissible(part));
  return first === undefined ? particle.parts.flatMap(keysOf) : keysOf(first);
}

function namesIn(particle: Particle): string[] {
  return particle.kind === 'element' ? [particle.name] : particle.parts.flatMap(namesIn);
}

function meets(particle: Particle, expected: readonly string[]): boolean {
  return namesIn(particle).some((name) => expected.includes(name));
}

/** Whether a content is complete without a particle. */
function isOmissible(particle: Particle): boolean {
  if (particle.min === 0) return true;
  if (particle.kind === 'element') return false;
  if (particle.kind === 'choice') return particle.parts.some(isOmissible);
  return particle.parts.every(isOmissible);
}

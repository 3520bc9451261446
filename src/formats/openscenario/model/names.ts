import type { Model } from './model';

/**
 * Interned text that a name, or a reference to one, comes to; 0 where it is absent, empty or cannot
 * be known. Names are of type String, which no expression may stand for (type String of the schemas
 * has no member `expression`): one that is written as an expression counts as it is written.
 */
export function nameIdOf({ values, texts }: Model, attribute: number): number {
  const name = values.idOf(attribute);
  if (name !== 0 || texts.writingOf(attribute) !== 'expression') return name;
  return texts.writtenId(attribute);
}

/** The same as text; `null` where it is absent or cannot be known. */
export function nameTextOf({ values, texts }: Model, attribute: number): string | null {
  const name = values.textOf(attribute);
  if (name !== null || texts.writingOf(attribute) !== 'expression') return name;
  return texts.written(attribute);
}

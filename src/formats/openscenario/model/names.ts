import type { Model } from './model';

/**
 * The text that a name, or a reference to one, comes to; `null` where it is absent or cannot be known.
 * Names are of type String, which no expression may stand for (type String of the schemas has no
 * member `expression`): one that is written as an expression counts as it is written, unless it is a
 * text by itself. So does a `$` before what is no parameter's name.
 */
export function nameTextOf(model: Model, attribute: number): string | null {
  const { values, texts } = model;
  const writing = texts.writingOf(attribute);
  if (writing === 'expression') {
    const value = values.valueOf(attribute);
    return value?.type === 'string' ? value.value : texts.written(attribute);
  }
  const text = values.textOf(attribute);
  const isText = writing === 'reference' && text === null && !texts.isReferenceByName(attribute);
  return isText ? texts.written(attribute) : text;
}

/** The same as an interned text; 0 where it is absent, empty or cannot be known. */
export function nameIdOf(model: Model, attribute: number): number {
  const { texts } = model;
  if (texts.writingOf(attribute) === 'literal') return texts.writtenId(attribute);
  return texts.idOf(nameTextOf(model, attribute) ?? '');
}

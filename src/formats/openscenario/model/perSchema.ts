import type { CompiledSchema } from '../../../schema/compile';
import type { NameIds } from '../../../tree/elements';
import type { Model } from './model';

/**
 * What a table comes to in the ids of a schema's names, made once for each schema: they are the same
 * in all documents that are read with it. Names that the schema does not have are 0 in it.
 */
export function perSchema<Made>(make: (names: NameIds, version: string) => Made) {
  const known = new WeakMap<CompiledSchema, Made>();
  return ({ document: { schema, version }, elements: { names } }: Model): Made => {
    if (schema === null) return make(names, version);
    let made = known.get(schema);
    if (made === undefined) {
      made = make(names, version);
      known.set(schema, made);
    }
    return made;
  };
}

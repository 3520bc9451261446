import { compileSchema, type CompiledSchema } from '../../schema/compile';
import { openScenarioSchema } from './schema';

/*
 * A build puts ready-made tables in the place of this module (`scripts/vite/tables.ts`): what they
 * hold is what this says.
 */

/** The versions that there are tables for, oldest first. */
export const versions: readonly string[] = openScenarioSchema().versions;

/** The tables of a version. Throws a RangeError for one that is not known. */
export function tables(version: string): CompiledSchema {
  return compileSchema(openScenarioSchema(), version);
}

import { engineInputs } from '../lib/project.mjs';
import { inputsHash } from './inputsHash.ts';

/**
 * A short hash over everything that decides what a check says: with it, results kept from earlier
 * visits are told apart from those of another engine. Tests take no part.
 */
export function engineVersion(): string {
  return inputsHash(engineInputs).slice(0, 12);
}

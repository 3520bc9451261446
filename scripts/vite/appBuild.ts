import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonInputs, products, root } from '../lib/project.mjs';
import { inputsHash } from './inputsHash.ts';

/**
 * Which build of the app this is, as people are shown it: the version of the package, and behind a plus
 * sign a short hash over all that the app is built from (build metadata in the sense of Semantic Versioning 2.0.0).
 */
export function appBuild(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${version}+${inputsHash([...products.app.inputs, ...commonInputs]).slice(0, 7)}`;
}

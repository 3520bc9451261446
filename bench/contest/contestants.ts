import type { BytesAccess } from '../../src/intake/bytes';
import type { Contestant } from './contestant';
import { peers } from './peers';
import { reference } from './reference';
import { stages } from './stages';
import { wholeWays } from './whole';

/** All that can run in a thread, in the order in which they are told. */
export function contestants(access: BytesAccess): Contestant[] {
  return [reference, ...stages, ...wholeWays(access), ...peers];
}

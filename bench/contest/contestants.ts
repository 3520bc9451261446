import type { BytesAccess } from '../../src/intake/bytes';
import type { Contestant } from './contestant';
import { peers } from './peers';
import { reference } from './reference';
import { stages } from './stages';
import type { Store } from './whole';
import { wholeWays } from './whole';

/** All that can run in a thread, in the order in which they are told; see `wholeWays`. */
export function contestants(access: BytesAccess, store: Store | null): Contestant[] {
  return [reference, ...stages, ...wholeWays(access, store), ...peers];
}

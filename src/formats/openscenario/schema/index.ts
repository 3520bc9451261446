import { parseNotation } from '../../../schema/notation';
import type { Schema } from '../../../schema/schema';
import { appearanceActions } from './appearance-actions';
import { catalogs } from './catalogs';
import { conditions } from './conditions';
import { controllerActions } from './controller-actions';
import { declarations } from './declarations';
import { distributions } from './distributions';
import { documents } from './documents';
import { entities } from './entities';
import { enumerations } from './enumerations';
import { environment } from './environment';
import { globalActions } from './global-actions';
import { header } from './header';
import { lateralActions } from './lateral-actions';
import { longitudinalActions } from './longitudinal-actions';
import { positions } from './positions';
import { privateActions } from './private-actions';
import { roadNetwork } from './road-network';
import { routing } from './routing';
import { storyboard } from './storyboard';
import { traffic } from './traffic';
import { values } from './values';

/**
 * ASAM OpenSCENARIO XML from 1.0 to 1.3, in the notation of `src/schema/notation.ts`. The facts are
 * those of ASAM's schemas (`npm run conformance` compares them); successors of what is deprecated
 * come from the standard's class documentation, which the schemas do not repeat. Read when it is asked
 * for first.
 */
export function openScenarioSchema(): Schema {
  schema ??= parseNotation({
    values,
    enumerations,
    documents,
    header,
    catalogs,
    declarations,
    distributions,
    entities,
    roadNetwork,
    storyboard,
    privateActions,
    longitudinalActions,
    lateralActions,
    controllerActions,
    appearanceActions,
    globalActions,
    traffic,
    conditions,
    positions,
    routing,
    environment,
  });
  return schema;
}

let schema: Schema | undefined;

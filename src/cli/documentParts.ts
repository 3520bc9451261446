import { loadPacks } from '../formats/registry';
import type { GatherParts } from '../reporting/gatherDocument';
import { listRules } from '../rules/list';
import type { Host } from './host';

/** What reports are put together with, but for those who look into files. */
export function documentParts({
  version,
  access,
}: Host): Pick<GatherParts, 'tool' | 'rules' | 'access' | 'subtle'> {
  return {
    tool: { name: 'Scrutineer', version },
    rules: async () => listRules(await loadPacks()),
    access,
    subtle: crypto.subtle,
  };
}

import { join } from 'node:path';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { products, root } from '../scripts/lib/project.mjs';
import { serveFolder } from '../scripts/lib/server.mjs';

/** Where tests find the app's address; set before their processes start. */
export const addressVariable = 'SCRUTINEER_E2E_URL';

/** Builds the app if need be and serves it, as `npm start` does, while the tests run. */
export default async function serve(): Promise<() => Promise<void>> {
  await ensureBuilt('app');
  // What the page saves is compared with what the command line writes.
  await ensureBuilt('cli');
  const server = await serveFolder(join(root, products.app.output), 0);
  process.env[addressVariable] = server.url;
  return () => server.close();
}

// Installs and builds what is missing or out of date, and serves the app until Ctrl+C.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/main.mjs';
import { products, root } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${values.port} is not a port.`);
  }
  await ensureBuilt('app');
  const server = await serveFolder(join(root, products.app.output), port);
  process.stdout.write(`\nScrutineer is at ${server.url}\nCtrl+C ends it.\n`);
  const end = async () => {
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
});

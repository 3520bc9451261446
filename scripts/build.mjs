// Builds what is out of date: `node scripts/build.mjs [app] [cli]`, both by default.
import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/main.mjs';
import { products } from './lib/project.mjs';

await main(async () => {
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(products)) {
    if (name !== 'app' && name !== 'cli')
      throw new Error(`There is no ${name} to build: app or cli.`);
    await ensureBuilt(name);
  }
});

// Draws public/icons/*.png from public/icon.svg, in Chromium: `node scripts/icons.mjs`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArgs, ensureBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/project.mjs';

/**
 * Every picture: its name, its edge in pixels, and the share of that edge that the drawing takes.
 * Pictures to be masked are filled to their edges, and all that matters lies within a circle of
 * 80 % (W3C Web Application Manifest, “safe zone”); so does what an iPhone rounds off itself.
 */
const pictures = [
  { name: '192', edge: 192, share: 1 },
  { name: '512', edge: 512, share: 1 },
  { name: 'maskable-512', edge: 512, share: 0.78 },
  { name: '180', edge: 180, share: 0.86 },
];

/** What lies around the drawing: its own ground. */
const ground = '#15181c';

await main(async () => {
  await ensureInstalled();
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser();
  const drawing = readFileSync(join(root, 'public/icon.svg'), 'utf8');
  mkdirSync(join(root, 'public/icons'), { recursive: true });
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  for (const { name, edge, share } of pictures) {
    const page = await browser.newPage({ viewport: { width: edge, height: edge } });
    const around = share < 1 ? ground : 'transparent';
    await page.setContent(
      `<style>html { background: ${around} } body { margin: 0; height: 100vh; display: grid; place-items: center } svg { width: ${share * 100}% }</style>${drawing}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(root, `public/icons/${name}.png`), png);
    await page.close();
  }
  await browser.close();
});

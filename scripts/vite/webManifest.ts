import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { ManifestOptions } from 'vite-plugin-pwa';
import { sharePath } from '../../workers/serviceWorker/addresses.ts';
import { root } from '../lib/project.mjs';
import type { formats } from './formats.ts';

/** What can be opened besides the files of formats: archives, and reports of other checkers. */
const archives = ['.zip'];
const reports = { xml: ['.xqar'], json: ['.sarif'] };

/**
 * What the browser is told of the app, to install it: the formats' own extensions open it from the
 * desktop and can be shared with it. Addresses are relative, so that it works from any folder.
 *
 * Specifications: W3C Web Application Manifest; `file_handlers` and `launch_handler` of WICG’s
 * Manifest Incubations; W3C Web Share Target.
 */
export async function webManifest(): Promise<Partial<ManifestOptions>> {
  const { module } = await runnerImport<{ formats: typeof formats }>(
    join(root, 'scripts/vite/formats.ts'),
    { configFile: false, root, logLevel: 'error' },
  );
  const extensions = module.formats.flatMap((format) => format.extensions);
  const titles = module.formats.map(({ title }) => title).join(', ');
  const accept: Record<string, string[]> = {
    'application/xml': [...extensions.map((extension) => `.${extension}`), ...reports.xml],
    'application/zip': archives,
    'application/sarif+json': reports.json,
  };
  return {
    id: './',
    name: 'Scrutineer',
    short_name: 'Scrutineer',
    description: `Checks ${titles} files: is it right, where is it wrong and why. Nothing leaves the browser.`,
    lang: 'en-GB',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: '#f5f6f8',
    background_color: '#ffffff',
    categories: ['developer', 'utilities'],
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    file_handlers: [{ action: './', accept }],
    launch_handler: { client_mode: 'focus-existing' },
    share_target: {
      action: sharePath,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        text: 'text',
        files: [
          { name: 'files', accept: [...Object.keys(accept), ...Object.values(accept).flat()] },
        ],
      },
    },
  };
}

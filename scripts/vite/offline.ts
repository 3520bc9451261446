import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { webManifest } from './webManifest.ts';

const manifestName = 'manifest.webmanifest';

/**
 * Builds the service worker, with the list of every file of the app in it, and the manifest that lets
 * the app be installed. Registering it, and asking before a new version takes over, is the page's
 * (`workers/serviceWorker/registration.ts`): what comes with the plugin reloads every window as soon
 * as one of them says yes.
 */
export function offline(): Plugin[] {
  const worker = VitePWA({
    strategies: 'injectManifest',
    registerType: 'prompt',
    injectRegister: false,
    srcDir: 'workers/serviceWorker',
    filename: 'sw.ts',
    manifest: false,
    integration: {
      configureCustomSWViteBuild(build) {
        build.logLevel = 'warn';
        build.build = { ...build.build, license: { fileName: 'licences-sw.md' } };
      },
    },
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*'],
      // What servers and builds read, and what is never asked for by the page.
      globIgnores: ['_headers', '.built', '**/*.map', 'sw*.js', 'licences*.md'],
      // The largest file there is has a few hundred kilobytes; none is to be left out in silence.
      maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    },
  });
  return [manifest(), ...worker];
}

/** Writes the manifest, and names it in the app's page: pages to be embedded are not to be installed. */
function manifest(): Plugin {
  return {
    name: 'scrutineer:manifest',
    apply: 'build',
    async generateBundle() {
      const source = JSON.stringify(await webManifest(), null, 2);
      this.emitFile({ type: 'asset', fileName: manifestName, source });
    },
    transformIndexHtml: (_, { path }) =>
      path === '/index.html'
        ? [{ tag: 'link', attrs: { rel: 'manifest', href: `./${manifestName}` }, injectTo: 'head' }]
        : [],
  };
}

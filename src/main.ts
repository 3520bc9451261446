import { mount } from 'svelte';
import { version } from '../package.json';
import { createBrowserPool, loadTokenizer } from '../workers/browser';
import App from './App.svelte';
import { takeArrivals } from './arrivals';
import { missingForEngine } from './engine/simd';
import { loadLinkTables, loadPacks } from './formats/registry';
import { startOffline } from './offline';
import Framed from './screens/welcome/Framed.svelte';
import { warmUpEditor } from './screens/source/warmUp';
import { Session } from './session.svelte';
import { Crashes, reportUncaught } from './session/crashes.svelte';
import { followLink } from './session/linkInAddress.svelte';
import { Project } from './session/project';
import { FolderStore } from './store/folders';
import { PastStore } from './store/past';
import { ResultStore } from './store/results';
import { SettingsStore } from './store/settings';
import { whenIdle } from './ui/afterPaint';
import { addressFragment, dropAddressFragment, onAddressFragment, pageAddress } from './url';
import './ui/tokens.css';
import './ui/base.css';

/* Start-up: puts the parts together and the page on the screen. */

const crashes = new Crashes();
reportUncaught(crashes);

/** Notices may come before there is a session to show them. */
const early: string[] = [];
let notify = (text: string): void => void early.push(text);
const onNotice = (text: string): void => {
  notify(text);
};

const results = new ResultStore({ onNotice });
const project = new Project();
const pool = createBrowserPool({ cache: results, surroundings: project, onNotice });

const session = new Session({
  inspector: pool,
  project,
  preferences: new SettingsStore({ onNotice }),
  cache: results,
  machine: pool,
  past: new PastStore(),
  folders: new FolderStore(),
  engine: __ENGINE_VERSION__,
  version,
  build: __APP_BUILD__,
  rules: async () => (await import('./rules/list')).listRules(await loadPacks()),
  readReport: async (form, bytes) => {
    const [{ readReport }, { listRules }, packs] = await Promise.all([
      import('./findings/readers'),
      import('./rules/list'),
      loadPacks(),
    ]);
    return readReport(form, bytes, { tokenizer: loadTokenizer, rules: await listRules(packs) });
  },
  linkFor: async (report, wish, signal) => {
    const [{ linkFor }, tables] = await Promise.all([
      import('./findings/link/linkFor'),
      loadLinkTables(),
    ]);
    return linkFor(report, { ...wish, base: pageAddress() }, tables, signal);
  },
  onCrash: (error) => {
    crashes.report(error);
  },
});
notify = (text) => {
  session.notices.add(text);
};
early.forEach(notify);

void session.preferences.load().then(() => {
  session.tuner?.apply();
  // A file may have been dropped before it was known what is to be checked.
  session.settings.applySoon();
});
pool.warm();

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the app');
// Servers are asked to let no page frame the app; not all of them can be.
if (window.parent !== window) mount(Framed, { target });
else {
  mount(App, {
    target,
    props: {
      session,
      crashes,
      missing: missingForEngine(),
      formats: loadPacks().then((packs) => packs.map((pack) => pack.title)),
    },
  });
}

takeArrivals(session);
followLink(
  session,
  { fragment: addressFragment, onFragment: onAddressFragment, dropFragment: dropAddressFragment },
  (error) => {
    crashes.report(error);
  },
);

// The source view is made ready while nothing else goes on. Should that fail, it is fetched again,
// and the failure told, when a file is opened.
whenIdle(() => {
  warmUpEditor().catch(() => undefined);
  startOffline(session);
});

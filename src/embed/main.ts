import { mount } from 'svelte';
import { createBrowserPool } from '../../workers/browser';
import { loadPacks } from '../formats/registry';
import { Session } from '../session.svelte';
import { Crashes, reportUncaught } from '../session/crashes.svelte';
import { Project } from '../session/project';
import { memoryStore } from '../store/keyval';
import { ResultStore } from '../store/results';
import { SettingsStore } from '../store/settings';
import { addressFragment, addressParameter, onAddressFragment } from '../url';
import '../ui/tokens.css';
import '../ui/base.css';
import { HostChannel, withoutEarlierPings } from './channel';
import EmbedApp from './EmbedApp.svelte';
import { readLink, readPostedReport } from './reading';
import { embedThemes } from './protocol';
import { EmbedViewer } from './viewer.svelte';

/*
 * Start-up of the embedded viewer. It keeps nothing beyond its life, neither results nor settings:
 * frames of another site may have no storage, and readers of the page around were not asked.
 */

const crashes = new Crashes();
reportUncaught(crashes);
const onCrash = (error: unknown): void => {
  crashes.report(error);
};

/** Notices may come before there is a session to show them. */
let notify = (text: string): void => void early.push(text);
const early: string[] = [];
const onNotice = (text: string): void => {
  notify(text);
};

const results = new ResultStore({ onNotice, results: memoryStore(), meta: memoryStore() });
const project = new Project();
const session = new Session({
  inspector: createBrowserPool({ cache: results, surroundings: project, onNotice }),
  project,
  preferences: new SettingsStore({ onNotice, store: memoryStore() }),
  cache: results,
  engine: __ENGINE_VERSION__,
  rules: async () => (await import('../rules/list')).listRules(await loadPacks()),
  readOnly: true,
  onCrash,
});
notify = (text) => {
  session.notices.add(text);
};
early.forEach(notify);

/** The windows that may say what to show: the one around this, or the one that opened it. */
const others = [window.parent, window.opener as Window | null].filter(
  (other): other is Window => other !== null && other !== window,
);
const viewer: EmbedViewer = new EmbedViewer({
  session,
  tool: { name: 'Scrutineer', version: __ENGINE_VERSION__ },
  post: (message) => {
    channel.post(message);
  },
  readLink,
  readReport: readPostedReport,
  onCrash,
});
const channel = new HostChannel(others, __ENGINE_VERSION__, {
  received: (message) => {
    viewer.receive(message);
  },
  unanswerable: () => {
    viewer.problem =
      'The page around this viewer has no origin that it could be answered at: it was opened from a file, or is itself in a sandbox. Put a link to a report into the frame’s address instead.';
  },
});

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the viewer');
mount(EmbedApp, { target, props: { session, viewer, crashes, embedded: others.length > 0 } });

const theme = embedThemes.find((one) => one === addressParameter('theme'));
if (theme) session.preferences.setTheme(theme);

/** Where no page says what to show, the viewer’s own address may: `embed.html?theme=dark#r1.…`. */
function openAddress(): void {
  const fragment = addressFragment();
  if (fragment !== '') viewer.open({ what: 'link', fragment }).catch(onCrash);
}
openAddress();
onAddressFragment(openAddress);

const first = window.scrutineerEarly;
if (first) {
  for (const event of withoutEarlierPings(first.held.splice(0))) channel.take(event);
  first.deliver = (event) => {
    channel.take(event);
  };
}

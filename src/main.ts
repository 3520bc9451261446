import { mount } from 'svelte';
import tokenizerUrl from '../build/tokenizer.wasm?url';
import { localSpawn } from '../workers/local';
import { Pool } from '../workers/pool';
import App from './App.svelte';
import { Engine } from './engine/engine';
import { loadPacks } from './formats/registry';
import { loadAsset } from './intake/asset';
import { blobAccess } from './intake/bytes';
import { Session } from './session.svelte';
import { Crashes, isHarmless } from './session/crashes.svelte';
import { ResultStore } from './store/results';
import { SettingsStore } from './store/settings';
import './ui/tokens.css';
import './ui/base.css';

/* Start-up: puts the parts together and the page on the screen. */

const crashes = new Crashes();
addEventListener('error', (event) => {
  if (!isHarmless(event)) crashes.report(event.error ?? event.message);
});
addEventListener('unhandledrejection', (event) => {
  crashes.report(event.reason);
});

/** Notices may come before there is a session to show them. */
const early: string[] = [];
let notify = (text: string): void => void early.push(text);
const onNotice = (text: string): void => {
  notify(text);
};

const results = new ResultStore({ onNotice });
const pool = new Pool({
  module: loadAsset(tokenizerUrl, new AbortController().signal)
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes)),
  spawn: localSpawn({
    makeInspector: (module, access) => new Engine({ module, access }),
    access: blobAccess,
  }),
  size: Math.max(1, navigator.hardwareConcurrency),
  cache: results,
  onNotice,
});

const session = new Session({
  inspector: pool,
  preferences: new SettingsStore({ onNotice }),
  cache: results,
  onCrash: (error) => {
    crashes.report(error);
  },
});
notify = (text) => {
  session.notices.add(text);
};
early.forEach(notify);

void session.preferences.load();
pool.warm();

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the app');
mount(App, {
  target,
  props: {
    session,
    crashes,
    formats: loadPacks().then((packs) => packs.map((pack) => pack.title)),
  },
});

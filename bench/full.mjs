import { existsSync, rmSync } from 'node:fs';
import { experience } from './app/experience.mjs';
import { catalogue, largestHeld, xsdFile } from './documents/catalogue.mjs';
import { makeDocument } from './documents/make.mjs';
import { openBrowserArena } from './drive/browserArena.mjs';
import { memoryOf } from './drive/memory.mjs';
import { openNodeArena } from './drive/nodeArena.mjs';
import { entrantsFor, race } from './drive/race.mjs';
import { describeXmllint, hasXmllint } from './drive/xmllint.mjs';
import { thisMachine } from './results/results.mjs';
import { memoryWord, raceTable, table, timeWord } from './results/table.mjs';

/** @typedef {import('./results/results.mjs').Results} Results */
/** @typedef {import('./documents/make.mjs').MadeDocument} MadeDocument */

const patience = {
  quick: { warmUp: 100, budget: 400, fewest: 3, most: 20 },
  usual: { warmUp: 400, budget: 1500, fewest: 5, most: 60 },
};

/** Reading a large document takes seconds; five times tell enough. */
const patienceWithLarge = { warmUp: 0, budget: 0, fewest: 5, most: 5 };

/** Memory is looked at with documents from here on; smaller ones vanish behind what a process needs. */
const smallestForMemory = 5e6;

/**
 * Measures everything, and tells it on standard output as it comes.
 *
 * @param {Pick<import('./arguments.mjs').BenchOptions, 'sizes' | 'places' | 'quick'>} options
 * @returns {Promise<Results>}
 */
export async function fullRun({ sizes, places, quick }) {
  const documents = [];
  const measured = places.includes('node') || places.includes('browser');
  for (const order of measured ? catalogue(sizes, false) : []) {
    say(`  making ${order.title} …`);
    documents.push(await makeDocument(order));
  }
  const [warming] = catalogue([50e3], true);
  if (!warming) throw new Error('There is nothing to warm up with.');
  const small = await makeDocument(warming);
  /** @type {Results} */
  const results = {
    format: 'scrutineer-bench',
    version: 1,
    date: new Date().toISOString(),
    machine: thisMachine(),
    places: [],
    races: [],
    memory: [],
    app: null,
  };
  const { processor, cores } = results.machine;
  process.stdout.write(`${processor}, ${cores} cores\n`);
  try {
    if (places.includes('node')) await racesIn(await openNodeArena(), documents, small);
    if (places.includes('browser')) await racesIn(await openBrowserArena(), documents, small);
    if (places.includes('node')) await lookAtMemory(documents, small);
    if (places.includes('app')) await tellExperience();
  } finally {
    // They would fill the disk unnoticed.
    for (const { path, bytes } of documents) if (bytes > largestHeld) rmSync(path);
  }
  return results;

  /** @param {import('./drive/nodeArena.mjs').Place} place @param {MadeDocument[]} all @param {MadeDocument} warm */
  async function racesIn(place, all, warm) {
    try {
      const xsd = existsSync(xsdFile);
      const native = hasXmllint() ? describeXmllint(xsd ? xsdFile : null) : [];
      const contestants = [...(await place.describe()), ...native];
      results.places.push({ id: place.id, title: place.title, contestants });
      process.stdout.write(`\n${place.title}\n`);
      const races = [];
      for (const document of all) {
        say(`  ${place.id}: ${document.order.title} …`);
        const large = document.bytes > largestHeld;
        const names = entrantsFor(contestants, document, large ? largeEntrants : null);
        const howLong = large ? patienceWithLarge : quick ? patience.quick : patience.usual;
        races.push(await race(place, document, warm, { names, patience: howLong, xsd }));
      }
      results.races.push(...races);
      for (const series of [['size'], ['kind', 'real'], ['mistakes']]) {
        const shown = races.filter(({ document }) => series.includes(document.series));
        if (shown.length > 0) process.stdout.write(`\n${raceTable(shown, contestants)}\n`);
      }
    } finally {
      await place.close();
    }
  }

  async function tellExperience() {
    say('  the app …');
    const largest = Math.max(50e3, ...sizes.filter((size) => size <= largestHeld));
    results.app = await experience(largest);
    const { title, figures } = results.app;
    const rows = figures.map(({ name, value, unit, note }) => [
      name,
      unit === 'count' ? String(value) : unit === 'ms' ? timeWord(value) : memoryWord(value),
      note,
    ]);
    process.stdout.write(`\n${title}\n\n${table(['', '', ''], rows, [0, 2])}\n`);
  }

  /** @param {MadeDocument[]} all @param {MadeDocument} warm */
  async function lookAtMemory(all, warm) {
    const watched = all.filter(
      ({ order, bytes }) => order.series === 'size' && bytes >= smallestForMemory,
    );
    if (watched.length === 0) return;
    const contestants = results.places[0]?.contestants ?? [];
    for (const document of watched) {
      say(`  memory: ${document.order.title} …`);
      const large = document.bytes > largestHeld;
      const names = entrantsFor(contestants, document, large ? largeEntrants : memoryEntrants);
      const rows = [];
      for (const name of names) {
        const row = await memoryOf(name, document, warm);
        if (row) rows.push(row);
      }
      const { id, title, series } = document.order;
      const { bytes, elements } = document;
      results.memory.push({
        document: { id, title, series, bytes, elements, mistaken: false },
        rows,
      });
    }
    process.stdout.write(`\nPeak memory beyond the document, a process each (Wasm memory in it)\n`);
    process.stdout.write(`\n${memoryTable(results.memory)}\n`);
  }
}

/** Those that can read what is not held in memory. */
const largeEntrants = [
  'From Blob to report',
  'From Blob to report, with tape',
  'xmllint',
  'xmllint --stream',
  'xmllint --schema',
];

/** Those whose memory says something. */
const memoryEntrants = [
  'Tokenizing and structure',
  'Tokenizing and structure, with tape',
  'Tape to tree',
  'From Blob to report',
  'From Blob to report, with tape',
  'saxes',
  'sax-wasm',
  'fast-xml-parser',
  'txml',
  'libxml2-wasm',
  'libxml2-wasm with XSD',
  'xmllint',
  'xmllint --stream',
  'xmllint --schema',
];

/** @param {Results['memory']} memory */
function memoryTable(memory) {
  const names = [...new Set(memory.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const rows = names.map((name) => [
    name,
    ...memory.map(({ rows }) => {
      const row = rows.find((one) => one.name === name);
      if (!row) return '';
      return memoryWord(row.peak) + (row.wasm === null ? '' : ` (${memoryWord(row.wasm)})`);
    }),
  ]);
  return table(['', ...memory.map(({ document }) => document.title)], rows);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

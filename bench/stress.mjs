// Load, stress and memory: `npm run stress -- --help` tells how.
import { parseArgs } from 'node:util';
import { main } from '../scripts/lib/main.mjs';
import { openAppBrowser } from './app/appPage.mjs';
import { buildBench } from './drive/build.mjs';
import { memoryWord } from './results/table.mjs';
import {
  memoryBack,
  neverBlocked,
  throughput,
  verdictsOf,
  verdictsRight,
} from './stress/findings.mjs';
import { dropLoad, loadNames, makeBatch, makeLoad } from './stress/loads.mjs';
import { checkInPool } from './stress/pool.mjs';

const help = `Lets the pool of the command line and the built app bear much, and asserts that they do.

  npm run stress [-- OPTIONS] [NAME…]

  small     10,000 small files
  medium    100 files of 5 MB
  huge      a folder with a file of 500 MB
  batches   a hundred batches, one after the other
  soak      batches for as long as --minutes says

  --in node,app    where: the pool in Node.js, the app in Chromium
  --minutes 60     how long to soak
  --scale 0.1      a share of the files, for trying out

Without a name: small, medium, huge and batches. The exit status is 1 where something is not
as it should be.
`;

const batches = 100;

/** Files of a batch: one of 1 MB, the others of 20 KB. */
const batchFiles = 8;

/** Time for what the app puts off until it is not used. */
const restMs = 1500;

let failures = 0;

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: 'string', default: 'node,app' },
      minutes: { type: 'string', default: '60' },
      scale: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const known = [...loadNames, 'batches', 'soak'];
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no “${unknown}”; there are ${known.join(', ')}.`);
  const wanted = positionals.length > 0 ? positionals : [...loadNames, 'batches'];
  const places = values.in.split(',');
  const scale = Number(values.scale);
  const minutes = Number(values.minutes);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a share, such as 0.1.');
  if (!(minutes > 0)) throw new Error('--minutes takes a number.');
  await buildBench({ node: true, page: false });
  for (const name of loadNames.filter((one) => wanted.includes(one)))
    await bear(name, scale, places);
  if (wanted.includes('batches')) await bearBatches(Math.round(batches * scale), Infinity, places);
  if (wanted.includes('soak')) await bearBatches(Infinity, minutes * 60_000, places);
  process.stdout.write(failures === 0 ? '\nAll of it was borne.\n' : `\n${failures} FAILED\n`);
  if (failures > 0) process.exitCode = 1;
});

/**
 * @param {import('./stress/loads.mjs').LoadName} name
 * @param {number} scale
 * @param {string[]} places
 */
async function bear(name, scale, places) {
  const load = await makeLoad(name, scale);
  try {
    const size = `${load.files.toLocaleString('en')} files, ${memoryWord(load.bytes)}`;
    if (places.includes('node')) {
      process.stdout.write(`\n${load.title} in Node.js (${size})\n`);
      const small = await makeBatch('warm', batchFiles);
      // Twice: what stays after the first time is what the process has made for good.
      const [, first, second] = await checkInPool([small.folder, load.folder, load.folder]);
      dropLoad(small);
      if (!first || !second) throw new Error('The pool gave no answer.');
      say(throughput(load, first.ms));
      say(
        `${memoryWord(first.before)} before, ${memoryWord(first.peak)} at most, ${memoryWord(first.after)} after`,
      );
      tell(verdictsRight(load, first.verdicts));
      tell(verdictsRight(load, second.verdicts));
      tell(memoryBack('after the same once more', first.after, second.after));
    }
    if (places.includes('app')) {
      process.stdout.write(`\n${load.title} in the app (${size})\n`);
      await inApp(async (page, before) => {
        const seen = await page.check(load.folder, 'Folder');
        say(throughput(load, seen.verdict));
        tell(verdictsRight(load, verdictsOf(seen)));
        tell(neverBlocked(seen));
        await page.clear();
        await page.rest(restMs);
        tell(memoryBack('after it is closed', before, await page.memory()));
      });
      // In a page of its own: looking at the memory keeps the main thread busy.
      await inApp(async (page, before) => {
        const peak = await page.peakDuring(() => page.check(load.folder, 'Folder'));
        say(`${memoryWord(before)} before, ${memoryWord(peak)} at most`);
      });
    }
  } finally {
    dropLoad(load);
  }
}

/**
 * Batches one after the other until there were so many, or so much time has gone by.
 *
 * @param {number} most
 * @param {number} ms
 * @param {string[]} places
 */
async function bearBatches(most, ms, places) {
  const title =
    most === Infinity ? `${Math.round(ms / 60_000)} minutes of batches` : `${most} batches`;
  if (places.includes('node')) {
    process.stdout.write(`\n${title} in Node.js\n`);
    await inNode(most, ms);
  }
  if (!places.includes('app')) return;
  process.stdout.write(`\n${title} in the app\n`);
  await inApp(async (page) => {
    const until = Date.now() + ms;
    let before = 0;
    const blocked = { tasks: 0, longest: 0 };
    let wrong = 0;
    let done = 0;
    // The first batch is where everything is made that stays.
    for (; done <= most && Date.now() < until; done++) {
      const batch = await makeBatch(String(done), batchFiles);
      const last = await page.check(batch.folder, 'Folder');
      if (!verdictsRight(batch, verdictsOf(last)).good) wrong++;
      blocked.tasks += last.tasks;
      blocked.longest = Math.max(blocked.longest, last.longest);
      await page.clear();
      dropLoad(batch);
      if (done === 0) {
        await page.rest(restMs);
        before = await page.memory();
      }
      if (done % 25 === 0) say(`after ${done + 1}: ${memoryWord(await page.memory())}`);
    }
    await page.rest(restMs);
    tell({ what: 'all verdicts are right', good: wrong === 0, seen: `${wrong} batches are wrong` });
    tell(neverBlocked(blocked));
    tell(memoryBack(`after ${done} batches`, before, await page.memory()));
  });
}

/** @param {number} most @param {number} ms */
async function inNode(most, ms) {
  const folders = [];
  const loads = [];
  for (let serial = 0; serial < 10; serial++) {
    const batch = await makeBatch(`node-${serial}`, batchFiles);
    loads.push(batch);
    folders.push(batch.folder);
  }
  try {
    // A batch takes half a second, most of it rest.
    const count = Math.min(most, Math.ceil(ms / 550));
    const order = Array.from({ length: count + 10 }, (_, index) => folders[index % 10] ?? '');
    const outcomes = await checkInPool(order);
    const wrong = outcomes.filter(({ verdicts }, index) => {
      const load = loads[index % 10];
      return load === undefined || !verdictsRight(load, verdicts).good;
    });
    tell({
      what: 'all verdicts are right',
      good: wrong.length === 0,
      seen: `${wrong.length} batches are wrong`,
    });
    // The first ten are where everything is made that stays.
    tell(
      memoryBack(`after ${count} batches`, outcomes[9]?.after ?? 0, outcomes.at(-1)?.after ?? 0),
    );
  } finally {
    loads.forEach(dropLoad);
  }
}

/**
 * @param {(page: import('./app/appPage.mjs').AppPage, before: number) => Promise<void>} work
 */
async function inApp(work) {
  const app = await openAppBrowser();
  try {
    const page = await app.open();
    await page.load();
    await page.rest(restMs);
    await work(page, await page.memory());
  } finally {
    await app.close();
  }
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`  ${text}\n`);
}

/** @param {import('./stress/findings.mjs').Assertion} assertion */
function tell({ what, good, seen }) {
  if (!good) failures++;
  process.stdout.write(`  ${good ? '✓' : '✗'} ${what}: ${seen}\n`);
}

// Measures how many files of which size this machine checks in an hour, and renews the table in
// docs/performance.md:
//
//   node scripts/capacity.mjs [--large] [--write] [--runs 3]
//
// `--large` adds files of 500 MB and 1 GB (2 GB of disk), `--write` puts the table into its place in
// the guide; else it is printed. The command line runs as it is used, its start included, next to
// xmllint where that and ASAM's schema are at hand. Files lie in the system's cache: what is measured
// is checking, not the disk. Runs take turns; the figures are of the median one.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/project.mjs';

const guide = join(root, 'docs', 'performance.md');
const marks = /(<!-- capacity: begin -->\n)[\s\S]*(<!-- capacity: end -->)/;
const schema = join(root, '..', 'shared', 'xsd', 'OpenSCENARIO_1.2.0.xsd');

/** What is measured: so many files of a size, in bytes. Enough of them that a run takes a while. */
const small = [
  { bytes: 7_000, files: 5000 },
  { bytes: 50_000, files: 2000 },
  { bytes: 5_000_000, files: 60 },
  { bytes: 50_000_000, files: 8 },
];
const large = [
  { bytes: 500_000_000, files: 2 },
  { bytes: 1_000_000_000, files: 1 },
];

/** Up to this size a document is made in one piece; a larger one repeats its middle. */
const pieceBytes = 10_000_000;

/** xmllint needs eight times a file's size without `--stream`, with which it is quicker too. */
const xmllint = ['--noout', '--stream', '--schema', schema];

/** @typedef {{ bytes: number, files: number }} Size */
/** @typedef {{ seconds: number, peak: number }} Run */

await main(async () => {
  const { values } = parseArgs({
    options: {
      large: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      runs: { type: 'string', default: '3' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a number from 1 on');
  await ensureBuilt('cli');
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-capacity-'));
  try {
    const sizes = values.large ? [...small, ...large] : small;
    const rows = [];
    for (const size of sizes) rows.push(await measure(size, folder, runs));
    const text = report(rows);
    if (values.write) await write(text);
    else process.stdout.write(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {Size} size
 * @param {string} folder
 * @param {number} runs
 */
async function measure({ bytes, files }, folder, runs) {
  process.stderr.write(`${count(files)} × ${sizeInWords(bytes)} …\n`);
  const file = join(folder, `${bytes}.xosc`);
  await makeFile(file, bytes);
  const paths = Array.from({ length: files }, () => file);
  const program = [join(root, 'dist', 'cli', 'main.js'), 'check', '--format', 'jsonl'];
  const withPeer = existsSync(schema) && (await exists('xmllint'));
  // The peer is much slower: so many of its files tell as much.
  const peerFiles = Math.max(1, Math.min(files, Math.round(50_000_000 / bytes), 200));
  /** @type {Record<'one' | 'all' | 'peer', Run[]>} */
  const measured = { one: [], all: [], peer: [] };
  for (let run = 0; run < runs; run++) {
    measured.one.push(await timed(process.execPath, [...program, '--pool', '1', ...paths]));
    measured.all.push(await timed(process.execPath, [...program, ...paths]));
    if (withPeer) {
      measured.peer.push(await timed('xmllint', [...xmllint, ...paths.slice(0, peerFiles)]));
    }
  }
  rmSync(file);
  return {
    bytes,
    one: perHour(measured.one, files),
    all: perHour(measured.all, files),
    peer: withPeer ? perHour(measured.peer, peerFiles) : null,
  };
}

/**
 * A valid scenario of about so many bytes.
 *
 * @param {string} file
 * @param {number} bytes
 */
async function makeFile(file, bytes) {
  /** @type {{ module: { scenario(bytes: number, profile: string): string } }} */
  const { module } = await runnerImport(join(root, 'bench', 'scenario.ts'), {
    configFile: false,
    root,
    logLevel: 'error',
  });
  const text = module.scenario(Math.min(bytes, pieceBytes), 'mixed');
  const start = text.indexOf('<ManeuverGroup');
  const end = text.lastIndexOf('</ManeuverGroup>') + '</ManeuverGroup>'.length;
  const middle = text.slice(start, end);
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, text.slice(0, end));
    for (let length = text.length; length + middle.length <= bytes; length += middle.length) {
      writeSync(descriptor, middle);
    }
    writeSync(descriptor, text.slice(end));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Runs a program to its end; `peak` is the most memory that it held at once, 0 where the system
 * does not tell. Rejects where it finds anything wrong.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Run>}
 */
function timed(command, args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let peak = 0;
    const look = () => (peak = Math.max(peak, peakOf(child.pid ?? 0)));
    const timer = setInterval(look, 10);
    child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-2000)));
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      if (status === 0) resolve({ seconds, peak });
      else reject(new Error(`${command} ended with ${status}: ${said}`));
    });
  });
}

/** @param {number} process */
function peakOf(process) {
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // It has ended, or the system tells in another way: the column stays empty then.
    return 0;
  }
}

/** @param {string} command */
async function exists(command) {
  return timed(command, ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * @param {Run[]} runs
 * @param {number} files
 */
function perHour(runs, files) {
  const sorted = runs.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const seconds = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const peak = Math.max(...runs.map((run) => run.peak));
  return { seconds: seconds / files, files: (3600 / seconds) * files, peak };
}

/** @param {Awaited<ReturnType<typeof measure>>[]} rows */
function report(rows) {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const machine = `${model}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node.js ${process.versions.node}`;
  const lines = [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. Files in cache, start of the program included.`,
    '',
    '| size of a file | files an hour, one thread | files an hour, all cores | a file | MB/s, all cores | memory at most | xmllint with the XSD, files an hour | times as many |',
    '| --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(({ bytes, one, all, peer }) =>
      cells([
        sizeInWords(bytes),
        count(one.files),
        count(all.files),
        duration(all.seconds),
        count(bytes / all.seconds / 1e6),
        all.peak > 0 ? `${count(all.peak / 1e6)} MB` : '–',
        peer ? count(peer.files) : '–',
        peer ? `${(all.files / peer.files).toFixed(1)} ×` : '–',
      ]),
    ),
    '',
    'Extrapolated from these figures, for machines of this kind:',
    '',
    '| work | one machine | 16 shards |',
    '| :-- | --: | --: |',
    ...extrapolated(rows).map(({ work, seconds }) =>
      cells([work, duration(seconds), duration(seconds / 16)]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** @param {Awaited<ReturnType<typeof measure>>[]} rows */
function extrapolated(rows) {
  return [
    { bytes: 7_000, files: 1_000_000 },
    { bytes: 7_000, files: 100_000_000 },
    { bytes: 50_000, files: 10_000_000 },
    { bytes: 5_000_000, files: 100_000 },
    { bytes: 500_000_000, files: 1000 },
  ].flatMap(({ bytes, files }) => {
    const row = rows.find((each) => each.bytes === bytes);
    const work = `${count(files)} files of ${sizeInWords(bytes)} (${sizeInWords(bytes * files)})`;
    return row ? [{ work, seconds: row.all.seconds * files }] : [];
  });
}

/** @param {string} text */
async function write(text) {
  const before = readFileSync(guide, 'utf8');
  if (!marks.test(before)) throw new Error('docs/performance.md has no place for the table.');
  const after = before.replace(marks, (_, begin, end) => `${begin}\n${text}\n${end}`);
  const style = await resolveConfig(guide);
  writeFileSync(guide, await format(after, { ...style, filepath: guide }));
}

/** @param {string[]} row */
function cells(row) {
  return `| ${row.join(' | ')} |`;
}

/** Three digits that count, in groups. @param {number} value */
function count(value) {
  const rounded = value < 1 ? value : Number(value.toPrecision(3));
  return rounded.toLocaleString('en', { maximumFractionDigits: rounded < 10 ? 1 : 0 });
}

/** @param {number} bytes */
function sizeInWords(bytes) {
  for (const [unit, name] of /** @type {const} */ ([
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'KB'],
  ])) {
    if (bytes >= unit) return `${count(bytes / unit)} ${name}`;
  }
  return `${bytes} bytes`;
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds < 0.001) return `${count(seconds * 1e6)} µs`;
  if (seconds < 1) return `${count(seconds * 1000)} ms`;
  if (seconds < 120) return `${count(seconds)} s`;
  if (seconds < 7200) return `${count(seconds / 60)} min`;
  return `${count(seconds / 3600)} h`;
}

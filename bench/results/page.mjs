import { readFileSync } from 'node:fs';
import { barPlot, escaped, linePlot } from './plots.mjs';
import { figuresOf } from './results.mjs';
import { memoryWord, speedWord, timeWord } from './table.mjs';

/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./results.mjs').Race} Race */
/** @typedef {import('../contest/host').Description} Description */

/** Who is shown as a line over all sizes: the rest would only hide them. */
const inLines = [
  'Tokenizing',
  'Tokenizing and structure',
  'Tokenizing and structure, with tape',
  'From Blob to report',
  'libxml2-wasm',
  'libxml2-wasm with XSD',
  'saxes',
  'sax-wasm',
  'fast-xml-parser',
  'txml',
  'DOMParser',
  'xmllint --schema',
];

/** Limits that are no contest: they would press everything else to one side. */
const notInBars = ['Copy into Wasm memory'];

/**
 * The results as a page that needs nothing else: plots, tables, light and dark.
 *
 * @param {Results} results
 * @returns {string}
 */
export function resultsPage(results) {
  const { machine, date } = results;
  const day = new Date(date).toLocaleString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const facts = [
    `${machine.processor}, ${machine.cores} cores, ${(machine.memory / 1e9).toFixed(0)} GB`,
    machine.platform,
    ...results.places.map(({ title }) => title),
    day,
  ];
  const sections = [
    ...results.places.map((place) => placeSection(place, results.races)),
    memorySection(results),
    appSection(results.app),
  ];
  const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Scrutineer: measured</title>
<style>
${style}</style>
<header>
<h1>Scrutineer, measured</h1>
<p>${facts.map((fact) => `<span>${escaped(fact)}</span>`).join('')}</p>
<p class="how">Medians of warm runs; bands and whiskers reach from the lower to the upper quartile. All contestants ran in turn, round after round, on the same bytes, each in a thread of its own. <i class="key s0"></i>the parts of a check, <i class="key s1"></i>whole checks, <i class="key s2"></i>other parsers, <i class="key s3"></i>other parsers with the schema. “×” says how many times as fast that is as libxml2-wasm: with XSD for what checks the schema, without for the rest. Axes are logarithmic.</p>
</header>
<main>
${sections.join('\n')}
</main>
</html>
`;
}

/** @param {Pick<Description, 'role' | 'schema'>} contestant */
function seriesOf({ role, schema }) {
  if (role === 'reference') return 4;
  if (role === 'peer') return schema ? 3 : 2;
  return role === 'whole' ? 1 : 0;
}

/** @param {Results['places'][number]} place @param {readonly Race[]} all */
function placeSection({ id, title, contestants }, all) {
  const races = all.filter(({ place }) => place === id);
  const sized = races.filter(({ document }) => document.series === 'size');
  const inBars = sized.reduce(
    (best, race) => (best === undefined || nearness(race) < nearness(best) ? race : best),
    /** @type {Race | undefined} */ (undefined),
  );
  const others = races.filter(({ document }) => document.series !== 'size');
  return `<section>
<h2>${escaped(title)}</h2>
<div class="plots">
${inBars ? figure(`${inBars.document.title}, MB/s`, bars(inBars, contestants)) : ''}
${sized.length > 1 ? figure('By size, MB/s', lines(sized, contestants)) : ''}
</div>
${tableOf('By size', sized, contestants)}
${tableOf('By kind', others, contestants)}
</section>`;
}

/** How far a race's document is from 5 MB. @param {Race} race */
function nearness({ document }) {
  return Math.abs(Math.log(document.bytes / 5e6));
}

/** @param {Race} race @param {readonly Description[]} contestants */
function bars(race, contestants) {
  const shown = contestants.flatMap((contestant) => {
    const { name, note, schema } = contestant;
    const figures = figuresOf(race, name, schema);
    if (typeof figures === 'string' || notInBars.includes(name)) return [];
    const { ms, speed, times } = figures;
    return [
      {
        name,
        note,
        series: seriesOf(contestant),
        value: speed,
        low: (speed * ms.median) / ms.high,
        high: (speed * ms.median) / ms.low,
        label: `${speedWord(speed)}${times === null ? '' : ` · ${timesWord(times)}`}`,
      },
    ];
  });
  return barPlot(shown, `Speed of each contestant with ${race.document.title}`);
}

/** @param {readonly Race[]} races @param {readonly Description[]} contestants */
function lines(races, contestants) {
  const drawn = contestants
    .filter(({ name }) => inLines.includes(name))
    .map((contestant) => {
      const { name, schema, role } = contestant;
      const points = races.flatMap((race) => {
        const figures = figuresOf(race, name, schema);
        if (typeof figures === 'string') return [];
        const { ms, speed } = figures;
        const { bytes, title } = race.document;
        return [
          {
            x: bytes,
            y: speed,
            low: bytes / 1000 / ms.high,
            high: bytes / 1000 / ms.low,
            label: `${name}, ${title}: ${speedWord(speed)} MB/s, ${timeWord(ms.median)}`,
          },
        ];
      });
      return { name, series: seriesOf(contestant), ours: role !== 'peer', points };
    })
    .filter(({ points }) => points.length > 0)
    .sort((one, other) => Number(one.ours) - Number(other.ours));
  return linePlot(drawn, {
    x: (bytes) => races.find(({ document }) => document.bytes === bytes)?.document.title ?? '',
    y: (value) => value.toLocaleString('en'),
    xs: races.map(({ document }) => document.bytes),
    title: 'Speed by size of the document',
  });
}

/** @param {string} caption @param {string} plot */
function figure(caption, plot) {
  return plot === '' ? '' : `<figure><figcaption>${escaped(caption)}</figcaption>${plot}</figure>`;
}

/** @param {string} caption @param {readonly Race[]} races @param {readonly Description[]} contestants */
function tableOf(caption, races, contestants) {
  if (races.length === 0) return '';
  const rows = contestants
    .map((contestant) => ({
      contestant,
      cells: races.map((race) => figuresOf(race, contestant.name, contestant.schema)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ contestant, cells }) => {
      const body = cells.map((cell) => {
        if (typeof cell === 'string') {
          const failed = cell.startsWith('failed');
          return `<td colspan="3" class="none"${failed ? ` title="${escaped(cell)}"` : ''}>${failed ? 'failed' : escaped(cell)}</td>`;
        }
        const { ms, speed, times } = cell;
        const title = `${ms.count} runs; quartiles ${timeWord(ms.low)} and ${timeWord(ms.high)}`;
        return `<td title="${title}">${speedWord(speed)}</td><td class="ms">${timeWord(ms.median)} ±${Math.round(ms.spread * 100)}%</td><td class="times">${times === null ? '' : timesWord(times)}</td>`;
      });
      return `<tr><th scope="row" title="${escaped(contestant.note)}"><i class="key s${seriesOf(contestant)}"></i>${escaped(contestant.name)}</th>${body.join('')}</tr>`;
    });
  const heads = races.map(
    ({ document }) => `<th scope="colgroup" colspan="3">${escaped(document.title)}</th>`,
  );
  return `<div class="scroll"><table><caption>${escaped(caption)}: MB/s, time, and × libxml2-wasm</caption><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** @param {number} times */
function timesWord(times) {
  return `${times >= 100 ? Math.round(times) : times.toPrecision(times < 10 ? 2 : 3)}×`;
}

/** @param {Results} results */
function memorySection({ memory, places }) {
  if (memory.length === 0) return '';
  const contestants = places[0]?.contestants ?? [];
  const figures = memory.map(({ document, rows }) => {
    const shown = rows.flatMap(({ name, peak }) => {
      const contestant = contestants.find((one) => one.name === name);
      if (!contestant || peak <= 0) return [];
      const value = Math.max(peak / 1e6, 0.1);
      const series = seriesOf(contestant);
      const note = contestant.note;
      return [{ name, note, series, value, low: value, high: value, label: memoryWord(peak) }];
    });
    return figure(`${document.title}, MB`, barPlot(shown, `Peak memory with ${document.title}`));
  });
  return `<section><h2>Peak memory</h2><p>How far a process of its own grew beyond what it took before, the document in memory included in that (xmllint: the whole process).</p><div class="plots">${figures.join('')}</div></section>`;
}

/** @param {Results['app']} app */
function appSection(app) {
  if (!app) return '';
  const rows = app.figures.map(
    ({ name, value, unit, note }) =>
      `<tr><th scope="row">${escaped(name)}<small>${escaped(note)}</small></th><td>${escaped(unit === 'bytes' ? memoryWord(value) : unit === 'ms' ? timeWord(value) : String(value))}</td></tr>`,
  );
  return `<section><h2>${escaped(app.title)}</h2><table class="facts"><tbody>${rows.join('')}</tbody></table></section>`;
}

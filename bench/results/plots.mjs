/*
 * Plots as SVG, drawn from numbers alone. Colours and letters come from the page's style sheet: each
 * series has a class `s0`, `s1`, ….
 */

/**
 * Text as it may stand in markup.
 *
 * @param {string} text
 * @returns {string}
 */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/**
 * A line of a plot: a point a size, with its quartiles.
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {number} series which colour it has
 * @property {boolean} ours whether it is drawn in front
 * @property {{ x: number, y: number, low: number, high: number, label: string }[]} points
 */

const frame = { width: 740, height: 480, left: 58, right: 246, top: 14, bottom: 42 };

/**
 * Lines over two logarithmic axes, named at their right ends.
 *
 * @param {readonly Line[]} lines
 * @param {{ x: (value: number) => string, y: (value: number) => string, xs: readonly number[],
 *   title: string }} axes how values are written, where the x axis is marked, and what is
 *   shown
 * @returns {string}
 */
export function linePlot(lines, { x, y, xs, title }) {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return '';
  const across = logScale(Math.min(...xs), Math.max(...xs), frame.left, frame.width - frame.right);
  const lowest = niceBelow(Math.min(...points.map(({ low }) => low)));
  const highest = niceAbove(Math.max(...points.map(({ high }) => high)));
  const up = logScale(lowest, highest, frame.height - frame.bottom, frame.top);
  const bottom = frame.height - frame.bottom;
  const grid = decades(lowest, highest).map((value) => {
    const at = up(value).toFixed(1);
    const right = frame.width - frame.right;
    return `<line class="grid" x1="${frame.left}" x2="${right}" y1="${at}" y2="${at}"/><text class="tick" x="${frame.left - 8}" y="${at}" dy=".32em" text-anchor="end">${y(value)}</text>`;
  });
  const marks = xs.map((value) => {
    const at = across(value).toFixed(1);
    return `<line class="grid" x1="${at}" x2="${at}" y1="${frame.top}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 18}" text-anchor="middle">${escaped(x(value))}</text>`;
  });
  const labels = spread(
    lines.map((line) => up(line.points.at(-1)?.y ?? lowest)),
    14,
    frame.top + 4,
    bottom,
  );
  const drawn = lines.map((line, index) => {
    const path = line.points
      .map(
        (point, at) =>
          `${at === 0 ? 'M' : 'L'}${across(point.x).toFixed(1)} ${up(point.y).toFixed(1)}`,
      )
      .join('');
    const band = [
      ...line.points.map((point) => `${across(point.x).toFixed(1)} ${up(point.high).toFixed(1)}`),
      ...line.points
        .toReversed()
        .map((point) => `${across(point.x).toFixed(1)} ${up(point.low).toFixed(1)}`),
    ].join('L');
    const dots = line.points
      .map(
        (point) =>
          `<circle cx="${across(point.x).toFixed(1)}" cy="${up(point.y).toFixed(1)}" r="3.5"><title>${escaped(point.label)}</title></circle>`,
      )
      .join('');
    const last = line.points.at(-1);
    const from = last ? `${(across(last.x) + 5).toFixed(1)} ${up(last.y).toFixed(1)}` : '0 0';
    const to = labels[index] ?? 0;
    const side = frame.width - frame.right;
    return `<g class="line s${line.series}${line.ours ? ' ours' : ''}"><path class="band" d="M${band}Z"/><path class="stroke" d="${path}"/>${dots}<path class="lead" d="M${from}L${side + 12} ${to.toFixed(1)}"/><text x="${side + 16}" y="${to.toFixed(1)}" dy=".32em">${escaped(line.name)}</text></g>`;
  });
  return `<svg viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${escaped(title)}">${grid.join('')}${marks.join('')}${drawn.join('')}</svg>`;
}

/**
 * A bar of a plot.
 *
 * @typedef {object} Bar
 * @property {string} name
 * @property {string} note shown when it is pointed at
 * @property {number} series which colour it has
 * @property {number} value
 * @property {number} low
 * @property {number} high
 * @property {string} label what stands at its end
 */

const bar = { width: 680, left: 216, right: 132, height: 22, gap: 6 };

/**
 * Bars on a logarithmic axis, each with its quartiles as a whisker, longest first or as given.
 *
 * @param {readonly Bar[]} bars
 * @param {string} title
 * @returns {string}
 */
export function barPlot(bars, title) {
  if (bars.length === 0) return '';
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...bars.map(({ low }) => low)) * 0.9));
  const highest = Math.max(...bars.map(({ high }) => high));
  const along = logScale(lowest, highest, bar.left, bar.width - bar.right);
  const height = bars.length * (bar.height + bar.gap) + 24;
  const grid = decades(lowest, highest).map((value) => {
    const at = along(value).toFixed(1);
    return `<line class="grid" x1="${at}" x2="${at}" y1="0" y2="${height - 20}"/><text class="tick" x="${at}" y="${height - 6}" text-anchor="middle">${value.toLocaleString('en')}</text>`;
  });
  const rows = bars.map(({ name, note, series, value, low, high, label }, index) => {
    const top = index * (bar.height + bar.gap);
    const middle = top + bar.height / 2;
    const end = along(value);
    const whisker = `M${along(low).toFixed(1)} ${middle}H${along(high).toFixed(1)}`;
    return `<g class="bar s${series}"><title>${escaped(`${name}: ${label}. ${note}`)}</title><text class="name" x="${bar.left - 10}" y="${middle}" dy=".32em" text-anchor="end">${escaped(name)}</text><rect x="${bar.left}" y="${top}" width="${Math.max(1, end - bar.left).toFixed(1)}" height="${bar.height}" rx="2"/><path class="whisker" d="${whisker}"/><text class="value" x="${(Math.max(end, along(high)) + 8).toFixed(1)}" y="${middle}" dy=".32em">${escaped(label)}</text></g>`;
  });
  return `<svg viewBox="0 0 ${bar.width} ${height}" role="img" aria-label="${escaped(title)}">${grid.join('')}${rows.join('')}</svg>`;
}

/**
 * @param {number} lowest
 * @param {number} highest
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
function logScale(lowest, highest, from, to) {
  const span = Math.log(highest / lowest);
  return (value) => {
    const share = span === 0 ? 0.5 : Math.log(Math.max(value, lowest) / lowest) / span;
    return from + (to - from) * share;
  };
}

/**
 * Powers of ten from one value to another.
 *
 * @param {number} lowest
 * @param {number} highest
 */
function decades(lowest, highest) {
  const values = [];
  for (let value = 10 ** Math.ceil(Math.log10(lowest) - 1e-9); value <= highest; value *= 10) {
    values.push(value);
  }
  return values;
}

/** The last of 1, 2 or 5 times a power of ten. @param {number} value */
function niceBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([5, 2, 1].find((step) => step * power <= value) ?? 1);
}

/** The next of 1, 2 or 5 times a power of ten. @param {number} value */
function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

/**
 * Places for labels, each as near as may be to where it belongs, none over another.
 *
 * @param {readonly number[]} wanted
 * @param {number} distance
 * @param {number} top
 * @param {number} bottom
 * @returns {number[]}
 */
export function spread(wanted, distance, top, bottom) {
  const order = wanted
    .map((_, index) => index)
    .sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  const placed = [...wanted];
  let least = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least);
    least = (placed[index] ?? 0) + distance;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = (placed[index] ?? 0) - distance;
  }
  return placed;
}

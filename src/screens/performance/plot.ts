import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** One line of a plot. */
export interface Line {
  title: string;
  /** Name of the token that holds its colour, such as `--color-accent`. */
  token: string;
  filled: boolean;
  /** Whether a value holds for the whole time since the one before it. */
  stepped?: boolean;
}

/** Values over time: the moments, in seconds since 1970, then each line's values. */
export type PlotData = [number[], ...(number | null)[][]];

export interface PlotOptions {
  lines: readonly Line[];
  /** Says a value, for the axis. */
  format: (value: number) => string;
  /** Tells which moment is pointed at, or null. */
  onpoint: (index: number | null) => void;
}

export interface Plot {
  setData(data: PlotData): void;
  resize(width: number): void;
  destroy(): void;
}

const height = 132;

/** How far back a plot looks, in seconds: as far as there is something to see, within these. */
const mostSeconds = 180;
const fewestSeconds = 30;

/** A plot of next to nothing is not blown up: its top is a megabyte at least. */
const smallestTop = 1e6;

/** Draws lines over time into an element, in the colours that its tokens have at present. */
export function drawPlot(place: HTMLElement, data: PlotData, options: PlotOptions): Plot {
  const color = colorsOf(place);
  const steps = uPlot.paths.stepped?.({ align: -1 });
  const axis: uPlot.Axis = {
    stroke: color('--color-dim'),
    font: `11px ${getComputedStyle(place).fontFamily}`,
    grid: { stroke: color('--color-line'), width: 1 },
    ticks: { stroke: color('--color-line'), width: 1, size: 4 },
  };
  const plot = new uPlot(
    {
      width: Math.max(120, place.clientWidth),
      height,
      padding: [8, 4, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: {
        x: {
          range: (_, first, last) => [
            Math.min(Math.max(first, last - mostSeconds), last - fewestSeconds),
            last,
          ],
        },
        y: { range: (_, __, max) => [0, Math.max(max, smallestTop) * 1.1] },
      },
      axes: [
        { ...axis, size: 26 },
        {
          ...axis,
          size: 72,
          splits: (_, __, ___, max) => [0, max / 2.2, max / 1.1],
          values: (_, values) => values.map((value) => options.format(value)),
        },
      ],
      series: [
        {},
        ...options.lines.map(({ title, token, filled, stepped }): uPlot.Series => {
          const stroke = color(token);
          return {
            label: title,
            stroke,
            width: 1.5,
            points: { show: false },
            ...(steps && stepped ? { paths: steps } : {}),
            ...(filled ? { fill: stroke.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.2)') } : {}),
          };
        }),
      ],
      hooks: { setCursor: [({ cursor }) => options.onpoint(cursor.idx ?? null)] },
    },
    data,
    place,
  );
  return {
    setData: (fresh) => plot.setData(fresh),
    resize: (width) => plot.setSize({ width: Math.max(120, width), height }),
    destroy: () => plot.destroy(),
  };
}

/** Reads tokens as the canvas needs them: what `light-dark()` comes to in this place, by now. */
function colorsOf(place: HTMLElement): (token: string) => string {
  return (token) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${token})`;
    place.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

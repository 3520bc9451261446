import { formatBytes } from '../text/bytes';

const grouped = new Intl.NumberFormat('en-GB');
const twoDecimals = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const oneDecimal = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number with its thousands grouped: `12,345`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count with its noun: `1 file`, `12,345 files`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

export { formatBytes };

/** A duration in milliseconds, as short as it stays exact: `0.4 ms`, `12 ms`, `1.2 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 0.05) return '0 ms';
  if (ms < 9.95) return `${tidy(ms)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${tidy(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  return `${formatCount(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

/** A duration in milliseconds for a column of such: always two decimals, without the unit. */
export function formatMs(ms: number): string {
  return twoDecimals.format(ms);
}

/** Bytes a second: `7.2 KB/s`, `410 MB/s`. */
export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}

/** A share between 0 and 1 as a whole percentage; 100% only when nothing is missing. */
export function formatShare(share: number): string {
  const percent = share >= 1 ? 100 : Math.min(99, Math.max(0, Math.round(share * 100)));
  return `${percent}%`;
}

/** A change by a share of 1 as a whole percentage with its sign: `+12%`, `−3%`, `±0%`. */
export function formatChange(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)}%`;
}

function tidy(value: number): string {
  return oneDecimal.format(value).replace(/\.0$/, '');
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes in powers of ten with at most one decimal: `812 B`, `7.2 KB`, `50 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits =
    unit === 0 || value >= 99.95 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
  return `${digits} ${units[unit] ?? 'B'}`;
}

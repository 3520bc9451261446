const units: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/**
 * Bytes that a text such as `65536`, `64K`, `64 KB`, `1.5MiB` or `2G` stands for; units are powers
 * of 1,024. `null` where it is none.
 */
export function parseSize(text: string): number | null {
  const match = /^([0-9]{1,12}(?:\.[0-9]{1,3})?) ?([kmg]?)(?:i?b)?$/i.exec(text.trim());
  if (!match) return null;
  const bytes = Number(match[1]) * (units[(match[2] ?? '').toLowerCase()] ?? 1);
  return Number.isSafeInteger(bytes) ? bytes : Math.round(bytes);
}

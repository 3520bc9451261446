import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * Watches how much memory this process takes from here on. `peak` tells by how many bytes it grew at
 * most. Linux can forget the peak so far; elsewhere a peak before this call hides a smaller one after.
 */
export function nodeMemory(): { peak: () => number } {
  // There with `--expose-gc`.
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  if (!existsSync(status)) {
    return { peak: () => Math.max(0, process.resourceUsage().maxRSS * 1024 - before) };
  }
  writeFileSync('/proc/self/clear_refs', '5');
  return { peak: () => Math.max(0, highWaterMark() - before) };
}

function highWaterMark(): number {
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

import { missingForEngine } from '../../engine/simd';
import type { CacheStats, Session } from '../../session.svelte';
import { performanceExport } from '../../session/performance/export';
import { remarksOn, type Remark } from '../../session/performance/remarks';
import { remarkWords } from './remarkWords';

/** What a person should be told of how it goes. */
export function remarksOf({ performance: log, preferences }: Session): Remark[] {
  return remarksOn({
    budgets: preferences.budgets,
    comparisons: log.bySeries.flatMap(({ series, comparison }) =>
      comparison ? [{ series, comparison }] : [],
    ),
    perMegabyte: log.perMegabyte,
    stageTotals: log.stageTotals,
    memory: log.mostMemory,
    broken: log.totals.broken,
    files: log.totals.files,
  });
}

/** All figures as JSON; see `src/session/performance/README.md`. */
export function exportOf(session: Session, cache: CacheStats | null): string {
  const { performance: log, preferences, tuner } = session;
  const settings = tuner?.current ?? { workers: 0, chunkBytes: 0 };
  return performanceExport({
    at: new Date(),
    engine: __ENGINE_VERSION__,
    userAgent: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    simd: missingForEngine() === null,
    settings: { ...settings, tuned: preferences.tuning !== null },
    budgets: preferences.budgets,
    runs: log.runs,
    totals: log.totals,
    file: log.whole,
    byStage: log.byStage,
    bySize: log.bySeries.map(({ series, ms, medianRate }) => ({ key: series.key, ms, medianRate })),
    seconds: log.seconds,
    memory: log.memory,
    pool: log.machine,
    cache: cache && {
      entries: cache.entries,
      bytes: cache.bytes,
      budget: cache.budget,
      hits: cache.hits,
      misses: cache.misses,
    },
    past: log.past,
    remarks: remarksOf(session).map((remark) => {
      const { title, text } = remarkWords(remark);
      return `${title}. ${text}`;
    }),
  });
}

import { missingForEngine } from '../../engine/simd';
import type { CacheStats, Session } from '../../session.svelte';
import { performanceExport } from '../../session/performance/export';
import { remarkWords } from './remarkWords';

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
    remarks: log.remarks.map((remark) => {
      const { title, text } = remarkWords(remark);
      return `${title}. ${text}`;
    }),
  });
}

import { stages, type Stage } from '../../engine/timing';
import { Sketch } from './sketch';

/** Percentiles of some values; milliseconds unless told. */
export interface Percentiles {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Percentiles of what a sketch holds, or null where it holds nothing. */
export function percentilesOf(sketch: Sketch): Percentiles | null {
  const p50 = sketch.quantile(0.5);
  const p95 = sketch.quantile(0.95);
  const p99 = sketch.quantile(0.99);
  if (p50 === null || p95 === null || p99 === null) return null;
  return { count: sketch.count, p50, p95, p99 };
}

/** A sketch for each stage. */
export function stageSketches(): Record<Stage, Sketch> {
  return Object.fromEntries(stages.map((stage) => [stage, new Sketch()])) as Record<Stage, Sketch>;
}

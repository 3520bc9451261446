/** What a person wants to be told about when it is exceeded. */
export interface Budgets {
  /** Milliseconds that the worker may take for a megabyte, of files of a megabyte and more. */
  msPerMegabyte: number;
  /** Bytes of memory, of all workers' tokenizers and the page's heap together. */
  memory: number;
  /** Share of files that the engine may break on, from 0 to 1. */
  broken: number;
}

export const usualBudgets: Budgets = { msPerMegabyte: 20, memory: 400e6, broken: 0 };

/** Smaller files say more of what each file costs than of what a megabyte does. */
export const smallestForTime = 1e6;

/** Budgets that were kept, or null where they are of another shape than today's. */
export function asBudgets(value: unknown): Budgets | null {
  if (typeof value !== 'object' || value === null) return null;
  const { msPerMegabyte, memory, broken } = value as Partial<Record<keyof Budgets, unknown>>;
  return isAmount(msPerMegabyte) && isAmount(memory) && isShare(broken)
    ? { msPerMegabyte, memory, broken }
    : null;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

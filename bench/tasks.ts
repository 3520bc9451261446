import type { Contestant, Surroundings } from './contestant';
import type { Measurement, Patience } from './measure';
import { measure } from './measure';
import type { Profile } from './scenario';
import { scenario } from './scenario';

/** One document to measure with. */
export interface DocumentOrder {
  profile: Profile;
  /** About so many bytes. */
  bytes: number;
}

/** What is to be measured. Plain data, so that it can be handed to a process, a page or a worker. */
export interface Task {
  contestant: string;
  documents: DocumentOrder[];
  patience: Patience;
  xsd: string | null;
}

/** What came of one document: durations, or why there are none. */
export type Result = Measurement | { failed: string };

const encoder = new TextEncoder();

/** Measures a contestant with each document; null where it cannot take part here. */
export async function perform(
  contestants: readonly Contestant[],
  task: Task,
  surroundings: Surroundings,
): Promise<Result[] | null> {
  const contestant = contestants.find(({ name }) => name === task.contestant);
  if (!contestant) throw new Error(`Nothing is called ${task.contestant}.`);
  const read = await contestant.prepare(surroundings);
  if (read === null) return null;
  const results: Result[] = [];
  for (const { profile, bytes } of task.documents) {
    const text = scenario(bytes, profile);
    const document = encoder.encode(text);
    try {
      results.push(await measure(read, document, countElements(text), task.patience));
    } catch (error) {
      results.push({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
  return results;
}

/** Start tags of a text that has neither comments nor CDATA sections. */
function countElements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next !== '/' && next !== '?') count++;
  }
  return count;
}

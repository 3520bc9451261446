import { loadAsset } from './asset';
import type { Gathered } from './gathered';
import { fileSource } from './gathered';

/** One of the files that come with the application, to try it with one click. */
export interface Sample {
  /** File name below `samples/`. */
  file: string;
  title: string;
  /** One line on what there is to see. */
  line: string;
}

/** The samples, in the order to show them. Rejects with an Error whose message can be shown. */
export async function listSamples(signal: AbortSignal): Promise<Sample[]> {
  const text = await (await loadAsset('samples/samples.json', signal)).text();
  const list: unknown = JSON.parse(text);
  if (Array.isArray(list) && list.every(isSample)) return list;
  throw new Error('samples/samples.json is not a list of samples.');
}

/** A sample as if it had been dropped. Rejects with an Error whose message can be shown. */
export async function openSample(sample: Sample, signal: AbortSignal): Promise<Gathered> {
  const blob = await loadAsset(`samples/${sample.file}`, signal);
  return { sources: [fileSource(blob, sample.file, 'named')], findings: [] };
}

function isSample(value: unknown): value is Sample {
  if (typeof value !== 'object' || value === null) return false;
  return (['file', 'title', 'line'] as const).every(
    (key) => key in value && typeof (value as Record<string, unknown>)[key] === 'string',
  );
}

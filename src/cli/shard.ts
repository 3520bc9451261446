import type { InputMark } from '../findings/jsonl';
import { crc32 } from '../intake/crc32';
import type { Given } from './gather';

/** One part of several that a list of inputs is divided into; `index` is from 1 to `of`. */
export interface Shard {
  index: number;
  of: number;
}

/** An input of a shard, and its mark. */
export interface ShardInput {
  given: Given;
  mark: InputMark;
}

/** To open a file and to report on it costs about as much as to check so many bytes. */
const bytesForEachFile = 16 * 1024;

/**
 * The inputs of a shard, in the order of the list. The largest are dealt out first, each to the
 * shard with the least so far, so that all shards have about the same to do. It depends on nothing
 * but the list: every machine that sees the same files deals them out alike.
 */
export function inputsOf(list: readonly Given[], { index, of }: Shard): ShardInput[] {
  const shards = deal(list, of);
  const mark = { of: list.length, shard: `${index}/${of}`, list: listMark(list) };
  return list.flatMap((given, at) =>
    shards[at] === index - 1 ? [{ given, mark: { at, ...mark } }] : [],
  );
}

/** By input: the shard (from 0) that it falls to. */
function deal(list: readonly Given[], shards: number): number[] {
  const loads = new Array<number>(shards).fill(0);
  const dealt = new Array<number>(list.length).fill(0);
  const inputs = list.map((given, at) => ({ at, path: pathOf(given), size: sizeOf(given) }));
  inputs.sort((a, b) => b.size - a.size || byUnits(a.path, b.path) || a.at - b.at);
  for (const { at, size } of inputs) {
    let least = 0;
    loads.forEach((load, shard) => {
      if (load < (loads[least] ?? 0)) least = shard;
    });
    dealt[at] = least;
    loads[least] = (loads[least] ?? 0) + size + bytesForEachFile;
  }
  return dealt;
}

/** The same for the same files in the same order, and hardly ever for others. */
function listMark(list: readonly Given[]): string {
  const text = list.map((given) => `${pathOf(given)}\n${sizeOf(given)}\n`).join('');
  return crc32(0, new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}

function pathOf(given: Given): string {
  return 'source' in given ? given.source.path : given.finding.path;
}

function sizeOf(given: Given): number {
  return 'source' in given ? (given.source.size ?? 0) : 0;
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

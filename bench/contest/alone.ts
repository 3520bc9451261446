// One contestant in a process of its own, to see how much memory it takes for a document. Takes its
// order as JSON in the first argument, answers with a line of JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileAccess } from '../../src/intake/fileAccess';
import { contestants } from './contestants';
import { store } from './nodeStore';
import { nodeMemory } from './nodeMemory';
import { surroundings } from './nodeSurroundings';

/** What is to be looked at. */
export interface AloneOrder {
  contestant: string;
  document: string;
  small: string;
  xsd: string | null;
}

/** What it took, in bytes; null where the contestant cannot take part. */
export interface Footprint {
  /** How far the process grew beyond what it took before the document was read. */
  peak: number;
  /** Wasm memory held afterwards, where the contestant tells. */
  wasm: number | null;
}

const order = JSON.parse(readFileSync(0, 'utf8')) as AloneOrder;
writeFileSync(1, JSON.stringify(await footprint(order)));

async function footprint({
  contestant: name,
  document,
  small,
  xsd,
}: AloneOrder): Promise<Footprint | null> {
  const contestant = contestants(fileAccess, store).find((one) => one.name === name);
  const reader = await contestant?.prepare(await surroundings(xsd));
  if (!reader) return null;
  const warming = new Uint8Array(readFileSync(small));
  await reader.accept?.(warming);
  for (let count = 0; count < 10; count++) await reader.read(warming);
  const bytes = new Uint8Array(readFileSync(document));
  await reader.accept?.(bytes);
  const memory = nodeMemory();
  for (let count = 0; count < 3; count++) await reader.read(bytes);
  return { peak: memory.peak(), wasm: reader.wasmBytes?.() ?? null };
}

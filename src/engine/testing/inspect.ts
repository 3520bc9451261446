import type { FileReport } from '../../findings/report';
import { blobAccess } from '../../intake/bytes';
import type { Source } from '../../intake/source';
import { Engine } from '../engine';
import type { InspectEvents, InspectOptions } from '../inspection';
import { tokenizerModule } from './module';

/** An engine for tests, over Blobs. */
export function makeEngine(): Engine {
  return new Engine({ module: tokenizerModule, access: blobAccess });
}

/** A source that a person named, with the given content. */
export function sourceOf(content: BlobPart, more: Partial<Source> = {}): Source {
  const bytes = new Blob([content]);
  return {
    path: 'test.xosc',
    bytes,
    packing: 'none',
    size: bytes.size,
    origin: 'named',
    nesting: 0,
    ...more,
  };
}

const engine = makeEngine();

/** Inspects content and returns its report. Throws where it is an archive without one. */
export async function reportOn(
  content: BlobPart,
  options: Partial<InspectOptions> = {},
  events: InspectEvents = {},
  more: Partial<Source> = {},
): Promise<FileReport> {
  const { signal } = new AbortController();
  const wanted = { level: 'structure', tape: false, ...options } as const;
  const { report } = await engine.inspect(sourceOf(content, more), wanted, events, signal);
  if (!report) throw new Error('An archive, and nothing to report on it');
  return report;
}

import type { InspectEvents, Inspector } from '../engine/inspection';
import type { Source } from '../intake/source';
import { UnreadableSource } from '../intake/unreadable';

const decoder = new TextDecoder();

/**
 * Has an inspector find the innermost elements at places of a file.
 * @param offsets ascending byte offsets into the (unpacked) file
 * @returns their paths as `Finding.element` has them, in order; null where no element is. Rejects with
 *   UnreadableSource where the file cannot be read, and as `inspect` does
 */
export async function elementsAt(
  inspector: Pick<Inspector, 'inspect'>,
  source: Source,
  offsets: readonly number[],
  memoryLimit: number | undefined,
  signal: AbortSignal,
): Promise<readonly (string | null)[]> {
  let paths: (string | null)[] = [];
  const options = {
    level: 'syntax' as const,
    tape: false,
    elementsAt: Uint32Array.from(offsets),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
  };
  const events: InspectEvents = {
    bytes: (json) => {
      paths = JSON.parse(decoder.decode(json)) as (string | null)[];
    },
  };
  const { report } = await inspector.inspect(source, options, events, signal);
  const [problem] = report?.findings ?? [];
  if (problem) throw new UnreadableSource('unreadable', problem.message, problem.help);
  return paths;
}

import type { Inspector } from '../engine/inspection';
import type { Source } from '../intake/source';
import type { Digest } from '../rules/neighbours';
import { Asker } from './asker';
import { Neighbourhood } from './neighbourhood';
import type { Surroundings } from './surroundings';

/**
 * An inspector whose documents can ask for the files around them: it makes their digests itself, while
 * the document waits.
 * @param onNotice is told, in one line each, which files it broke on
 */
export function withNeighbours(
  inspector: Inspector,
  surroundings: Surroundings,
  onNotice: (text: string) => void,
): Inspector {
  const neighbourhood = new Neighbourhood(surroundings);
  const { signal: never } = new AbortController();
  const digest = async (source: Source): Promise<Digest | null> => {
    try {
      return (await inspector.digest?.(source, never)) ?? null;
    } catch (error) {
      onNotice(`${source.path} could not be read for those that refer to it: ${String(error)}`);
      return null;
    }
  };
  const asker = new Asker((wanted) => neighbourhood.answer(wanted, digest));
  return {
    inspect(source, options, events, signal) {
      if (!surroundings.surrounds(source)) {
        return inspector.inspect(source, options, events, signal);
      }
      asker.renew(surroundings.epoch);
      const neighbours = asker.neighboursOf(source.path, signal);
      return inspector.inspect(source, options, { ...events, neighbours }, signal);
    },
  };
}

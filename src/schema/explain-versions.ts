import type { Judgement } from './explanation';
import type { KnownIn } from './history';
import { versionIndex } from './schema';

/**
 * "exists since 1.3; this file declares 1.1" and its like, for something that other versions know
 * and this one does not. `null` where none does.
 */
export function existsElsewhere(known: KnownIn, judgement: Judgement): string | null {
  const { schema, version } = judgement;
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  return `${span(first, last)}; ${thisFile(judgement)}`;

  function span(since: string, until: string): string {
    const now = versionIndex(schema, version);
    if (until === schema.versions.at(-1)) return `exists since ${since}`;
    if (since === until) return `exists in ${since} only`;
    return versionIndex(schema, until) < now
      ? `existed until ${until}`
      : `exists from ${since} to ${until} only`;
  }
}

/** "this file declares 1.1", or what it is checked against where it declares nothing of use. */
export function thisFile({ declared, version }: Judgement): string {
  return declared ? `this file declares ${version}` : `this file is checked against ${version}`;
}

/** The repair for something that other versions know. */
export function changeVersion(known: KnownIn, judgement: Judgement): string {
  const { schema, version } = judgement;
  const now = versionIndex(schema, version);
  const later = known.find((one) => versionIndex(schema, one) > now);
  return later === undefined
    ? `Remove it, or declare ${known.at(-1) ?? version}.`
    : `Declare ${later} if the tools that read this file know it; otherwise remove it.`;
}

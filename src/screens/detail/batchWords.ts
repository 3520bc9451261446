import { headlineOf } from '../../findings/overview';
import { capital } from '../../findings/words';
import type { Standing } from '../../session/fileList';
import type { Totals } from '../../session/totals';
import { formatCount } from '../../ui/format';
import { standingWords } from '../marks/words';

/** The verdict on several files together: its shape, and what to call it. */
export interface BatchWords {
  standing: Standing;
  headline: string;
}

/** Puts the verdict on several files into words; `busy` while more of them may come. */
export function batchWords(totals: Totals, busy: boolean): BatchWords {
  const standing = standingOfAll(totals, busy);
  return { standing, headline: headlineFor(totals, standing, busy) };
}

function standingOfAll({ standings, files }: Totals, busy: boolean): Standing {
  if (standings.malformed > 0) return 'malformed';
  if (standings.invalid > 0) return 'invalid';
  if (busy || standings.pending > 0) return 'pending';
  if (standings.unsupported > 0) return 'unsupported';
  return standings.failed > 0 || files === 0 ? 'failed' : 'valid';
}

function headlineFor({ standings, files }: Totals, standing: Standing, busy: boolean): string {
  if (files === 0) return busy ? 'Looking for files' : 'No scenarios';
  if (standing === 'pending') return `${formatCount(standings.valid)} valid so far`;
  return files === 1 ? capital(standingWords[standing]) : headlineOf(standings, files);
}

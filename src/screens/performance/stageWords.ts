import type { Stage } from '../../engine/timing';

/** What each stage is called. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  read: 'Read',
  recall: 'Look up',
  unpack: 'Unpack',
  decode: 'Decode',
  tokenize: 'Tokenize',
  structure: 'Structure',
  semantics: 'Semantics',
  project: 'Project',
  findings: 'Findings',
  other: 'Prepare',
  transfer: 'Transfer',
  paint: 'Paint',
};

/** What happens in each stage, in a few words. */
export const stageMeanings: Readonly<Record<Stage, string>> = {
  read: 'waiting for bytes from the disk',
  recall: 'hashing, and asking for a kept result',
  unpack: 'decompressing',
  decode: 'turning other encodings into UTF-8',
  tokenize: 'reading markup, every check of XML included',
  structure: 'comparing with the schema',
  semantics: 'names, parameters, expressions, ranges',
  project: 'catalogs, roads and other files around it',
  findings: 'putting what was found into words',
  other: 'telling what the file is, making tables ready',
  transfer: 'from the worker to the page',
  paint: 'from the page to the screen',
};

/** The tokenizer’s pass where decoding, tokenizing and structure were not told apart. */
export const passTitle = 'Tokenize + structure';

/** The name of a run’s stage, given whether its pass was told apart. */
export function stageTitle(stage: Stage, split: boolean): string {
  return stage === 'tokenize' && !split ? passTitle : stageTitles[stage];
}

/** The colour of a stage, as a value for CSS. */
export function stageColor(stage: Stage): string {
  return `var(--color-stage-${stage})`;
}

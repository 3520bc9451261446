import { quoted } from '../../../../schema/words';
import type { Found } from '../../../../rules/rule';
import type { DocumentRule } from '../kinds';

/** Attributes that hold the path of a file or a folder. */
const attributes = ['filepath', 'path'] as const;

/** A drive letter, a share, a root, or the scheme of a URL. */
const absolute = /^(?:[a-z]:[\\/]|\\\\|\/|file:)/i;

/** Paths lead to the same file on another machine. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:general.portable_paths',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'Paths are relative and have forward slashes, so that they hold on other machines',
  explanation: {
    asks: 'A path that begins at the root of a disk leads nowhere on another machine, and a backslash only divides folders on Windows. Relative paths with forward slashes hold everywhere, as long as the files travel together.',
    source: 'How file systems work; no rule of the standard',
    example: {
      wrong: '<LogicFile filepath="C:\\maps\\town.xodr"/>',
      right: '<LogicFile filepath="../maps/town.xodr"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const name of attributes) {
      for (const attribute of elements.attributesNamed(name)) {
        const found = judge(texts.written(attribute));
        if (found) tell({ at: texts.valueRange(attribute), ...found });
      }
    }
  },
};

function judge(path: string): Omit<Found, 'at'> | null {
  if (path === '') {
    return {
      code: 'empty-path',
      message: 'The path is empty.',
      help: 'Write a path, or leave the element out where it is optional.',
    };
  }
  if (absolute.test(path)) {
    return {
      code: 'absolute-path',
      message: `The path ${quoted(path)} only holds on one machine.`,
      help: 'Write it relative to this file.',
    };
  }
  if (path.includes('\\')) {
    return {
      code: 'backslashes',
      message: `The path ${quoted(path)} has backslashes, which only divide folders on Windows.`,
      help: `Write ${quoted(path.replaceAll('\\', '/'))}, which holds on Windows too.`,
    };
  }
  return null;
}

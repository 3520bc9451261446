import type { Tell } from '../../../rules/rule';
import type { Declarations } from './declarations';
import type { Model } from './model';

/** Tells of names that one scope declares more than once, at the later ones. */
export function tellDuplicates(
  { texts }: Model,
  declared: Declarations,
  tell: Tell,
  say: (name: string) => { code: string; message: string },
): void {
  for (let scope = 0; scope < declared.scopes; scope++) {
    const [from, to] = declared.in(scope);
    const firsts = new Map<number, number>();
    for (let at = from; at < to; at++) {
      const name = declared.names[at] ?? 0;
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, at);
      if (first === undefined || name === 0) continue;
      tell({
        ...say(declared.nameOf(at)),
        at: texts.valueRange(declared.attributeOf(at, 'name')),
        help: 'Remove one of them, or give it another name.',
        related: [
          {
            at: texts.valueRange(declared.attributeOf(first, 'name')),
            message: 'The first declaration',
          },
        ],
      });
    }
  }
}

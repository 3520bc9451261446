import { tick } from 'svelte';
import type { Session } from '../session.svelte';
import { commandFor, isTyping, keyName, typesText, type Command } from '../ui/keys';

/** Does what a key means, unless what has the focus makes something of it itself. */
export function takeKey(
  session: Session,
  commands: readonly Command[],
  event: KeyboardEvent,
): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape' && session.busy && !isTyping(event.target)) {
    session.cancelAll();
    return;
  }
  if (!session.preferences.letterKeys && typesText(keyName(event))) return;
  const command = commandFor(commands, event, isTyping(event.target));
  if (!command) return;
  event.preventDefault();
  command.run();
}

/** Brings a pane to the front, where there is room for one only, and gives it the focus. */
export async function focusPane({ stage }: Session, index: 0 | 1 | 2): Promise<void> {
  const pane = (['files', 'findings', 'place'] as const)[index];
  stage.pane = pane;
  await tick();
  document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)?.focus();
}

/** The field of the pane that has the focus, else that of the findings, else that of the files. */
export async function focusSearch(): Promise<void> {
  await tick();
  const here = document.activeElement
    ?.closest('section')
    ?.querySelector<HTMLElement>('[data-search]');
  const fields = [
    here,
    ...['findings', 'files'].map((name) =>
      document.querySelector<HTMLElement>(`[data-search="${name}"]`),
    ),
  ];
  fields.find((field) => field?.checkVisibility())?.focus();
}

import type { Session } from '../session.svelte';
import { themes } from '../session/preferences.svelte';
import type { Command } from '../ui/keys';

/** What the keys need from the page: things that only elements can do. */
export interface PageActions {
  openFiles: () => void;
  openFolder: () => void;
  focusPane: (index: 0 | 1 | 2) => void;
  focusSearch: () => void;
}

/** Everything that has a key, in the order of the help. */
export function commandsOf(session: Session, page: PageActions): Command[] {
  return [
    { keys: ['o'], title: 'Open files', run: () => page.openFiles() },
    { keys: ['Shift+O'], title: 'Open a folder', run: () => page.openFolder() },
    ...viewingCommandsOf(session, page),
    { keys: ['r'], title: 'Check again', run: () => recheck(session) },
    { keys: ['c'], title: 'Compare reports', run: () => (session.stage.dialog = 'compare') },
    { keys: ['d'], title: 'Share and save the report', run: () => share(session) },
    { keys: ['Shift+E'], title: 'Embed the report in a page', run: () => embed(session) },
    { keys: ['t'], title: 'Next theme: as the system, light, dark', run: () => nextTheme(session) },
    { keys: ['m'], title: 'Performance', run: () => (session.stage.dialog = 'performance') },
    { keys: [','], title: 'Settings', run: () => (session.stage.dialog = 'settings') },
    helpCommand(session),
  ];
}

/** What has a key wherever a report is shown: going through it, changing nothing. */
export function viewingCommandsOf(
  session: Session,
  page: Pick<PageActions, 'focusPane' | 'focusSearch'>,
): Command[] {
  return [
    { keys: ['n', 'j', 'F8'], title: 'Next finding', run: () => session.step(1) },
    { keys: ['p', 'k', 'Shift+F8'], title: 'Previous finding', run: () => session.step(-1) },
    { keys: ['x'], title: 'Explain the rule of the finding', run: () => explain(session) },
    {
      keys: ['l'],
      title: 'Next place that the finding points at',
      run: () => session.nextRelated(),
    },
    {
      keys: ['b'],
      title: 'Back to the finding’s own place',
      run: () => session.backToFinding(),
    },
    {
      keys: ['g', 'Ctrl+P'],
      title: 'Jump to a file',
      run: () => {
        if (!session.empty) session.stage.dialog = 'jump';
      },
    },
    { keys: ['a'], title: 'Findings of all files', run: () => session.selectAll() },
    { keys: ['/'], title: 'Filter', run: () => page.focusSearch() },
    { keys: ['1'], title: 'Go to the files', run: () => page.focusPane(0) },
    { keys: ['2'], title: 'Go to the findings', run: () => page.focusPane(1) },
    { keys: ['3'], title: 'Go to source and outline', run: () => page.focusPane(2) },
    { keys: ['s'], title: 'Source', run: () => (session.stage.tab = 'source') },
    { keys: ['e'], title: 'Outline', run: () => (session.stage.tab = 'outline') },
    {
      keys: ['f'],
      title: 'Facts, where a file has some',
      run: () => (session.stage.tab = 'facts'),
    },
  ];
}

/** The key that opens the help. */
export function helpCommand({ stage }: Session): Command {
  return { keys: ['?'], title: 'This help', run: () => (stage.dialog = 'help') };
}

/** Keys that belong to the pane or dialog in front, for the help only. */
export const localKeys: readonly LocalKey[] = [
  { keys: ['Ctrl+V'], title: 'Check what the clipboard holds', changes: true },
  { keys: ['↑', '↓'], title: 'Move in a list' },
  { keys: ['←', '→'], title: 'Close or open a group or branch' },
  { keys: ['Delete'], title: 'Remove the selected file from the list', changes: true },
  { keys: ['Escape'], title: 'Close a dialog, empty a filter, cancel the check' },
];

/** A key that a pane or dialog knows by itself. */
export interface LocalKey {
  keys: string[];
  title: string;
  /** Whether it makes files come or go: it means nothing where they do so by themselves. */
  changes?: true;
}

function explain(session: Session): void {
  const { stage } = session;
  if (session.currentFinding === null) session.step(1);
  else if (stage.explaining) {
    stage.explaining = false;
    return;
  }
  stage.explaining = session.currentFinding !== null;
}

function recheck(session: Session): void {
  if (session.empty) return;
  if (session.allFiles || !session.selected) session.recheck();
  else session.recheck([session.selected]);
}

function embed({ empty, stage }: Session): void {
  if (!empty) stage.dialog = 'embed';
}

function share({ empty, stage }: Session): void {
  if (!empty) stage.dialog = 'share';
}

function nextTheme({ preferences }: Session): void {
  const at = themes.indexOf(preferences.theme);
  preferences.setTheme(themes[(at + 1) % themes.length] ?? 'system');
}

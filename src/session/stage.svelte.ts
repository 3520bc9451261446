export type DialogName =
  'help' | 'settings' | 'jump' | 'paste' | 'performance' | 'share' | 'embed' | 'compare';
export type PlaceTab = 'source' | 'outline' | 'facts';
export type PaneName = 'files' | 'findings' | 'place';

/** What is in front: a dialog, a tab, and, where there is room for one pane only, which one. */
export class Stage {
  dialog: DialogName | null = $state.raw(null);
  tab: PlaceTab = $state.raw('source');
  pane: PaneName = $state.raw('findings');
  /** Whether the rule behind the current finding is explained below the list. */
  explaining = $state.raw(false);
}

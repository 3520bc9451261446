/** Something that can be done about a finding. */
export interface RowAction {
  title: string;
  run: () => void;
  /** For what is on or off. */
  pressed?: boolean;
}

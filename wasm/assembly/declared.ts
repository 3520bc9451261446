/** What the document says about itself before its root, as far as entities depend on it. */

/** `standalone="yes"` was declared. */
export let standalone: bool = false;

/** Whether a reference to an entity that nobody declared is an error (WFC: Entity Declared). */
export let undeclaredIsFatal: bool = true;

export function resetDeclared(): void {
  standalone = false;
  undeclaredIsFatal = true;
}

/** Goes on inside a document: what it declared is not known. */
export function resumeDeclared(): void {
  undeclaredIsFatal = false;
}

/** Stands in for AssemblyScript's abort, which would need an import: a trap is all that is wanted. */
export function trap(message: usize, file: usize, line: u32, column: u32): void {
  unreachable();
}

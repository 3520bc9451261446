/** What a browser may lack that the engine cannot do without. */
export type Missing = 'webassembly' | 'simd';

/** Each in words that follow `has`. */
export const missingWords: Readonly<Record<Missing, string>> = {
  webassembly: 'no WebAssembly',
  simd: 'WebAssembly without SIMD',
};

/** A module of one function that needs a vector: `i8x16.popcnt (i8x16.splat 0)`. */
const vectorModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** What the engine would miss here, or null where it can run. */
export function missingForEngine(): Missing | null {
  const wasm = (globalThis as { WebAssembly?: typeof WebAssembly }).WebAssembly;
  if (typeof wasm?.validate !== 'function') return 'webassembly';
  return wasm.validate(vectorModule) ? null : 'simd';
}

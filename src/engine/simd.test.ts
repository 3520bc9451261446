import { afterEach, expect, it, vi } from 'vitest';
import { missingForEngine } from './simd';

afterEach(() => void vi.unstubAllGlobals());

it('misses nothing where the engine runs', () => {
  expect(missingForEngine()).toBeNull();
});

it('tells WebAssembly without vectors from none at all', () => {
  const { validate } = WebAssembly;
  // As an engine of 2018 would judge: what knows no vectors refuses their opcodes.
  const old = (bytes: Uint8Array<ArrayBuffer>) => !bytes.includes(253) && validate(bytes);
  vi.stubGlobal('WebAssembly', { validate: old });
  expect(missingForEngine()).toBe('simd');
  vi.stubGlobal('WebAssembly', undefined);
  expect(missingForEngine()).toBe('webassembly');
});

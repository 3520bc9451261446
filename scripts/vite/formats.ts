import { loadPacks } from '../../src/formats/registry.ts';

/** What the app's manifest tells of each format; found out while this module loads. */
export const formats = (await loadPacks()).map(({ title, extensions, companions }) => ({
  title,
  extensions: [...extensions, ...companions],
}));

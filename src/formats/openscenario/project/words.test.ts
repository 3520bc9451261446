import { describe, expect, it } from 'vitest';
import { helpOnPath } from './words';

describe('help on a path where nothing is', () => {
  it('proposes what is similar, whole however long', () => {
    const path = `../${'a-long-folder/'.repeat(8)}road.xodr`;
    expect(helpOnPath({ found: 'nothing', similar: [path, 'b.xodr'] })).toBe(
      `Did you mean \`${path}\`?`,
    );
  });

  it('says what paths are relative to where nothing is similar', () => {
    expect(helpOnPath({ found: 'nothing', similar: [] })).toContain('relative');
  });
});

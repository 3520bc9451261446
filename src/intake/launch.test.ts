import { afterEach, expect, it, vi } from 'vitest';
import { onLaunch } from './launch';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Has a launch of the app told, with what the system hands over. */
function launching(...launches: object[]): void {
  vi.stubGlobal('window', {
    launchQueue: {
      setConsumer: (take: (launch: object) => void) => launches.forEach(take),
    },
  });
}

const file = { kind: 'file', name: 'a.xml' };

it('tells of files, launch by launch; a start without files is none', () => {
  const taken: unknown[] = [];
  launching({}, { files: [file] }, { files: [] }, { files: [{ kind: 'directory' }, file, file] });
  onLaunch((files) => taken.push(files));
  expect(taken).toEqual([[file], [file, file]]);
});

it('is never told of anything where the browser cannot do this', () => {
  vi.stubGlobal('window', {});
  const take = vi.fn();
  onLaunch(take);
  expect(take).not.toHaveBeenCalled();
});

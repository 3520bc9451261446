import { expect, it } from 'vitest';
import { appCache, leftOver } from './cacheNames';

const scope = 'https://example.org/app/';

it('leaves alone what is in use, what is of another folder and what is of another app', () => {
  const own = appCache(scope);
  const older = `scrutineer-app-0 ${scope}`;
  const names = [own, older, appCache(`${scope}beta/`), appCache('https://example.org/'), 'other'];
  expect(leftOver(names, scope, [own])).toEqual([older]);
  expect(leftOver(names, scope)).toEqual([own, older]);
});

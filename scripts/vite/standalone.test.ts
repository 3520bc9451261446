import { expect, test } from 'vitest';
import { buildScript, standaloneScripts } from './standalone';

test.each(['embed.js', 'embed.module.js'] as const)('%s stays below 2 KB', async (name) => {
  const code = await buildScript(standaloneScripts[name]);
  expect(Buffer.byteLength(code)).toBeLessThan(2000);
});

test('embed.js is a classic script, embed.module.js exports what that sets', async () => {
  const classic = await buildScript(standaloneScripts['embed.js']);
  expect(classic).not.toMatch(/\b(import|export)\b/);
  expect(classic).toContain('window.Scrutineer=');
  const module = await buildScript(standaloneScripts['embed.module.js']);
  expect(module).toMatch(/export\s*\{\s*\w+ as embed\s*\}/);
  expect(module).toContain('import.meta.url');
});

import { expect, test } from 'vitest';
import { elementSnippet, frameSnippet } from './snippet';

const page = 'https://example.org/tools/app/?sw=off#r1.1.1.old';

test('a frame carries the report in its address', () => {
  const look = { theme: 'dark', height: 480, title: 'Report: a.xml' } as const;
  expect(frameSnippet(page, 'r1.9.abc.xyz', look)).toBe(`<iframe
  src="https://example.org/tools/app/embed.html?theme=dark#r1.9.abc.xyz"
  title="Report: a.xml"
  width="100%"
  height="480"
  style="border: 0"
  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
  referrerpolicy="no-referrer"
  loading="lazy"></iframe>`);
});

test('an element names the file that it shows', () => {
  const look = { theme: 'system', height: 320, title: 'Report' } as const;
  expect(elementSnippet(page, 'report.json', look))
    .toBe(`<script src="https://example.org/tools/app/embed.js" defer></script>
<scrutineer-report
  src="report.json"
  title="Report"
  height="320"></scrutineer-report>`);
});

test('names of files stay text', () => {
  const look = { theme: 'light', height: 1, title: '"><script>alert(1)</script>&' } as const;
  for (const snippet of [
    frameSnippet(page, 'r1', look),
    elementSnippet(page, '"onload="x', look),
  ]) {
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
    expect(snippet).not.toMatch(/"onload|<script>/);
  }
});

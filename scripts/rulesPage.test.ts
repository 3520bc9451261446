import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { loadPacks } from '../src/formats/registry';
import { listRules } from '../src/rules/list';
import { root } from './lib/project.mjs';
import { rulesPage } from './rulesPage';

const page = join(root, 'docs/rules.md');

test('docs/rules.md tells of the rules as they are (else: npm run docs:rules)', async () => {
  const made = rulesPage(await listRules(await loadPacks()));
  const options = await resolveConfig(page);
  await expect(await format(made, { ...options, filepath: page })).toMatchFileSnapshot(page);
});

test('a rule is told with its versions, names, source and example', () => {
  const made = rulesPage([
    {
      id: 'org:f:1.2.0:references.exist',
      aliases: ['org:f:1.0.0:refs.exist'],
      format: 'f',
      level: 'semantics',
      severity: 'error',
      since: '1.2',
      until: '1.3',
      meaning: 'What is referred to exists',
      explanation: {
        asks: 'It has to be somewhere.',
        source: 'Section 1',
        example: { wrong: '<a ref="y"/>', right: '<a ref="x"/>' },
      },
    },
  ]);
  expect(made).toContain('- [semantics](#semantics), 1 rule: `references`\n');
  expect(made.slice(made.indexOf('## semantics'))).toBe(`## semantics

Does it mean something, by itself?

### semantics: references

#### references.exist

**What is referred to exists.** It has to be somewhere.

error · 1.2 to 1.3 · \`org:f:1.2.0:references.exist\` · also \`org:f:1.0.0:refs.exist\`

Source: Section 1.

Wrong:

\`\`\`xml
<a ref="y"/>
\`\`\`

Right:

\`\`\`xml
<a ref="x"/>
\`\`\`
`);
});

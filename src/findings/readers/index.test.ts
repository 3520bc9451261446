import { expect, it } from 'vitest';
import { tokenizerModule } from '../../engine/testing/module';
import { jsonLine } from '../jsonl';
import { bareReport } from '../report';
import { reportDocument } from '../reportDocument';
import { written } from '../testing/documents';
import { reportForms } from '../writers/forms';
import { readReport } from './index';
import { mostBytes } from './limits';
import { recogniseReport } from './recognise';

const context = { tokenizer: () => Promise.resolve(tokenizerModule) };
const files = [bareReport('a.xml', 'valid', []), bareReport('b/c.xml', 'malformed', [])];
const document = reportDocument({ name: 'Scrutineer', version: '1.0.0' }, files, []);

it.each(['json', 'sarif', 'xqar'] as const)(
  'what is written as %s is recognised, and comes back',
  async (id) => {
    const form = reportForms.find((it) => it.id === id);
    if (!form) throw new Error('There is no such form');
    const bytes = written((await form.load())(document));
    expect(recogniseReport(bytes, `report.${form.extension}`)).toBe(id);
    expect(await readReport(id, bytes, context)).toEqual({ document, remarks: [] });
  },
);

it('so are JSON lines, which do not tell the version of the program', async () => {
  const bytes = written(files.map((file) => jsonLine(file)));
  expect(recogniseReport(bytes, 'report.jsonl')).toBe('jsonl');
  const tool = { name: 'Scrutineer', version: '' };
  expect(await readReport('jsonl', bytes, context)).toEqual({
    document: { ...document, tool },
    remarks: [],
  });
});

it('tells of lines that are cut off, and reads the others', async () => {
  const whole = files.map((file) => jsonLine(file)).join('');
  const read = await readReport('jsonl', written([whole.slice(0, -5)]), context);
  expect(read).toMatchObject({
    document: { files: [{ path: 'a.xml' }] },
    remarks: ['Line 2 is no JSON, or was cut off.'],
  });
  expect(await readReport('jsonl', written(['{}']), context)).toHaveProperty('problem');
});

it('refuses what is too large', async () => {
  const bytes = new Uint8Array(mostBytes + 1);
  expect(await readReport('sarif', bytes, context)).toEqual({
    problem: 'The report is larger than 64 MB.',
  });
});

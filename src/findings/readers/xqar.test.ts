import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizerModule } from '../../engine/testing/module';
import { anyDocument, written } from '../testing/documents';
import { writeXqar } from '../writers/xqar';
import type { RuleInfo } from '../../rules/rule';
import type { Finding } from '../finding';
import { wholeFileSpan } from '../finding';
import { mutated } from '../testing/fuzz';
import { mostFindings, mostParts, mostText } from './limits';
import type { ReadContext, ReadResult } from './reader';
import { readXqar } from './xqar';

const context: ReadContext = { tokenizer: () => Promise.resolve(tokenizerModule) };

/** Many reports, made and read: more than a slow machine does in the usual time. */
const patient = { timeout: 60_000 };

describe('what was written', patient, () => {
  it('comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument({ excerpts: false }), async (document) => {
        const read = await readXqar(written(writeXqar(document)), context);
        if (!('document' in read)) throw new Error(read.problem);
        expect(read.remarks).toEqual([]);
        expect(read.document).toEqual(document);
      }),
    );
  });
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Read = Extract<ReadResult, { document: unknown }>;

async function read(text: string, rules?: readonly RuleInfo[]): Promise<Read> {
  const result = await readXqar(bytesOf(text), rules ? { ...context, rules } : context);
  if (!('document' in result)) throw new Error(result.problem);
  return result;
}

/** A bundle on one file with one checker, as ASAM's write them. */
function bundled(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<CheckerResults version="1.0.0">
  <CheckerBundle build_date="" description="" name="theirBundle" summary="" version="1.2">
    <Param name="InputFile" value="some/scenario.xml"/>
    <Checker checkerId="check_it" description="Says what it checks" status="completed" summary="">
      ${inside}
    </Checker>
  </CheckerBundle>
</CheckerResults>`;
}

const place = (line: number, column = 1): Finding['span'] => ({
  offset: 0,
  endOffset: 0,
  line,
  column,
  endLine: line,
  endColumn: column,
});

describe('a report of another tool', () => {
  it('names its rules before its issues, and says at the place what is wrong', async () => {
    const { document, remarks } = await read(
      bundled(`
      <AddressedRule ruleUID="asam.net:x:1.0.0:xml.valid_schema"/>
      <Issue issueId="0" description="Issue flagging when input file does not follow its version schema" level="1" ruleUID="asam.net:x:1.0.0:xml.valid_schema">
        <Locations description="Element 'Foo': This element is not expected.">
          <FileLocation column="0" row="12"/>
        </Locations>
      </Issue>
      <Issue issueId="1" description="Twice there" level="2" ruleUID="asam.net:x:1.2.0:reference_control.unique">
        <Locations description="First"><XMLLocation xpath="/A/B[1]"/><FileLocation column="3" row="4"/></Locations>
        <Locations description="Second"><XMLLocation xpath="/A/B[2]"/></Locations>
      </Issue>`),
    );
    expect(remarks).toEqual([]);
    expect(document.tool).toEqual({ name: 'theirBundle', version: '1.2' });
    expect(document.files).toHaveLength(1);
    expect(document.files[0]).toMatchObject({
      path: 'some/scenario.xml',
      verdict: 'invalid',
      format: null,
      counts: { critical: 0, error: 1, warning: 1, info: 0 },
    });
    const path = 'some/scenario.xml';
    expect(document.files[0]?.findings).toEqual([
      {
        rule: 'asam.net:x:1.2.0:reference_control.unique',
        code: 'unique',
        level: 'semantics',
        severity: 'warning',
        message: 'Twice there: First',
        path,
        span: place(4, 3),
        element: '/A/B[1]',
        related: [{ path, span: wholeFileSpan, message: 'Second (/A/B[2])' }],
      },
      {
        rule: 'asam.net:x:1.0.0:xml.valid_schema',
        code: 'valid_schema',
        level: 'structure',
        severity: 'error',
        message:
          "Issue flagging when input file does not follow its version schema: Element 'Foo': This element is not expected.",
        path,
        span: place(12),
      },
    ]);
    expect(document.rules.map(({ meaning }) => meaning)).toEqual([
      'Says what it checks',
      'Says what it checks',
    ]);
  });

  it('may be of before version 1.0: places in issues themselves, what nobody knows now', async () => {
    const { document } = await read(
      bundled(`
      <Issue description="R:2 - R:3" issueId="1" level="2">
        <RoadLocation description="First road" roadId="2" s="20.0" t="0.0" />
        <XMLLocation description="First road" xpath="/R/road[@id='2']" />
        <FileLocation column="7" description="Second" fileType="1" row="101" />
      </Issue>
      <Issue description="number of roads = 3" issueId="2" level="3" />`),
    );
    expect(document.files[0]?.findings).toEqual([
      {
        rule: 'check_it',
        code: 'check_it',
        level: 'structure',
        severity: 'warning',
        message: 'R:2 - R:3: First road',
        path: 'some/scenario.xml',
        span: wholeFileSpan,
        element: "/R/road[@id='2']",
        related: [{ path: 'some/scenario.xml', span: place(101, 7), message: 'Second' }],
      },
      {
        rule: 'check_it',
        code: 'check_it',
        level: 'structure',
        severity: 'info',
        message: 'number of roads = 3',
        path: 'some/scenario.xml',
        span: wholeFileSpan,
      },
    ]);
  });

  it('may hold several bundles on one file, and none on any', async () => {
    const bundle = (name: string, params: string): string =>
      `<CheckerBundle name="${name}"><Checker checkerId="c"><Issue description="${name}" level="1"/></Checker>${params}</CheckerBundle>`;
    const { document, remarks } = await read(
      `<CheckerResults>${bundle('A', '<Param name="InputFile" value="x"/>')}${bundle('B', '<Param name="InputFile" value="x"/><Param name="other" value="y"/>')}${bundle('C', '')}</CheckerResults>`,
    );
    expect(document.files.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['(not named)', 1],
      ['x', 2],
    ]);
    expect(remarks).toEqual(['The report holds results of other tools too: B, C.']);
  });

  it('tells of files in which nothing was found', async () => {
    const { document } = await read(bundled(''));
    expect(document.files[0]).toMatchObject({ verdict: 'valid', findings: [] });
  });

  it('may have a prefix, and domain-specific information that only looks like ours', async () => {
    const { document } = await read(
      `<q:CheckerResults xmlns:q="urn:q"><q:CheckerBundle name="n"><q:Checker checkerId="c">
        <q:Issue description="d" level="1">
          <q:DomainSpecificInfo name="theirs"><Finding code="x" severity="critical"><Related message="m"/></Finding></q:DomainSpecificInfo>
        </q:Issue></q:Checker></q:CheckerBundle></q:CheckerResults>`,
    );
    expect(document.files[0]?.findings).toMatchObject([{ code: 'c', severity: 'error' }]);
    expect(document.files[0]?.findings[0]).not.toHaveProperty('related');
  });

  it('takes what is known of a rule here', async () => {
    const rule: RuleInfo = {
      id: 'own',
      aliases: ['asam.net:x:1.0.0:a.b'],
      level: 'project',
      severity: 'error',
      since: '1',
      meaning: 'Known',
      explanation: { asks: 'a', source: 's' },
    };
    const { document } = await read(
      bundled('<Issue description="d" level="1" ruleUID="asam.net:x:1.0.0:a.b"/>'),
      [rule],
    );
    expect(document.files[0]?.findings).toMatchObject([{ level: 'project' }]);
    expect(document.rules).toEqual([{ ...rule, id: 'asam.net:x:1.0.0:a.b' }]);
  });

  it('is read in UTF-16', async () => {
    const text = `\uFEFF${bundled('<Issue description="ü" level="1"/>').replace('UTF-8', 'UTF-16')}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
    expect(await readXqar(bytes, context)).toMatchObject({
      document: { files: [{ findings: [{ message: 'ü' }] }] },
    });
  });
});

describe('what is hostile', patient, () => {
  it.each([
    [
      'another document',
      '<Other><CheckerResults/></Other>',
      'The file is no XQAR report: its root element is not `CheckerResults`.',
    ],
    ['no XML', 'nothing', 'The report breaks off in line 1, or is no longer XML from there on.'],
    ['nothing', '', 'The report breaks off in line 1, or is no longer XML from there on.'],
    [
      'an unknown encoding',
      '<?xml version="1.0" encoding="EBCDIC"?><CheckerResults/>',
      'The report’s encoding is unknown.',
    ],
  ])('%s', async (_, text, problem) => {
    expect(await readXqar(bytesOf(text), context)).toEqual({ problem });
  });

  it('gives what stands in front of a cut', async () => {
    const whole = bundled('<Issue description="d" level="1"/>\n<Issue description="e" level="2"/>');
    const { document, remarks } = await read(whole.slice(0, whole.indexOf('description="e"')));
    expect(document.files[0]?.findings).toMatchObject([{ message: 'd' }]);
    expect(remarks).toEqual([
      'The report breaks off in line 7, or is no longer XML from there on. What stands behind is missing.',
    ]);
  });

  it('keeps texts and lists in bounds', async () => {
    const places = '<Locations description=""><FileLocation row="1" column="1"/></Locations>';
    const { document } = await read(
      bundled(
        `<Issue level="1" description="${'m'.repeat(mostText * 2)}">${places.repeat(mostParts * 2)}</Issue>`,
      ),
    );
    const [finding] = document.files[0]?.findings ?? [];
    expect(finding?.message).toHaveLength(mostText);
    expect(finding?.related).toHaveLength(mostParts - 1);
  });

  it('counts issues that are too many', async () => {
    const { document, remarks } = await read(
      bundled('<Issue level="2"/>'.repeat(mostFindings + 3)),
    );
    expect(document.files[0]?.findings).toHaveLength(mostFindings);
    expect(document.files[0]).toMatchObject({ omitted: 3, counts: { warning: mostFindings + 3 } });
    expect(remarks).toHaveLength(1);
  });

  it('does not unfold entities without end', async () => {
    const bomb = `<!DOCTYPE CheckerResults [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 15 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;
    const report = bundled('<Issue description="&a14;" level="1"/>');
    const result = await readXqar(
      bytesOf(report.replace('<CheckerResults', `${bomb}<CheckerResults`)),
      context,
    );
    if (!('document' in result)) throw new Error(result.problem);
    expect(result.remarks).toHaveLength(1);
    expect(result.document.files[0]?.findings ?? []).toEqual([]);
  });

  it('never throws, whatever became of a good report', async () => {
    const [sample] = fc.sample(anyDocument({ excerpts: false }), { numRuns: 1, seed: 5 });
    if (!sample) throw new Error('There is no sample');
    await fc.assert(
      fc.asyncProperty(mutated(written(writeXqar(sample))), async (bytes) => {
        const result = await readXqar(bytes, context);
        if ('document' in result) expect([...writeXqar(result.document)].length).toBeGreaterThan(0);
        else expect(result.problem).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../finding';
import { bareReport } from '../report';
import { reportDocument } from '../reportDocument';
import { decodeLink } from './decodeLink';
import { frame } from './frame';
import { linkFor } from './linkFor';

const tool = { name: 'Scrutineer', version: '0.1.0' };

const findings = Array.from({ length: 30 }, (_, at): Finding => {
  return {
    rule: `test:1.0.0:set.rule-${at % 4}`,
    code: `code-${at % 5}`,
    level: 'structure',
    severity: 'error',
    message: `The element \`Name${at * 7919}\` is not known here.`,
    help: `Write \`Other${at * 104729}\`.`,
    path: 'a.xml',
    span: {
      offset: at * 31,
      endOffset: at * 31 + 4,
      line: at + 1,
      column: 1,
      endLine: at + 1,
      endColumn: 5,
    },
  };
});

let fragment = '';

beforeAll(async () => {
  const report = reportDocument(tool, [bareReport('a.xml', 'invalid', findings)], []);
  const wish = { base: '', budget: 8000, excerpts: false, folders: true } as const;
  const { url, kept, total } = await linkFor(report, wish, [], new AbortController().signal);
  expect(kept).toEqual(total);
  fragment = url;
});

/** How many findings a fragment tells of; else what is wrong with it. */
function outcome(link: string): number | string | null {
  const read = decodeLink(link, []);
  if (read === null) return null;
  if ('problem' in read) return read.problem;
  return read.report.files.reduce((sum, { findings: some }) => sum + some.length, 0);
}

describe('a link on its way', () => {
  test('comes through whole', () => {
    expect(outcome(fragment)).toBe(30);
    expect(outcome(fragment.slice(1))).toBe(30);
  });

  test.each(['.', ')', '>', '…', '"', '&utm_source=chat', '%29', '%2E', '\u200b'])(
    'takes no harm from %s behind it',
    (tail) => {
      expect(outcome(fragment + tail)).toBe(30);
    },
  );

  test('takes no harm from line breaks and percent-encoding', () => {
    expect(outcome(fragment.replace(/\./g, '%2E'))).toBe(30);
    expect(outcome(fragment.replace(/(.{70})/g, '$1%0D%0A '))).toBe(30);
    expect(outcome(fragment.replace(/-/g, '%2d').replace(/_/g, '%5F'))).toBe(30);
  });

  test('says how much was cut off, and still tells what is left', () => {
    const content = fragment.slice(fragment.lastIndexOf('.') + 1).length;
    for (const missing of [1, 143, Math.floor(content / 2)]) {
      const read = decodeLink(fragment.slice(0, -missing), []);
      if (!read || 'problem' in read) throw new Error(read?.message);
      expect(read.cut).toEqual({ missing, of: content });
      expect(read.remarks[0]).toBe(
        `The link was cut on its way: ${missing} of its ${content.toLocaleString('en')} characters ${missing === 1 ? 'is' : 'are'} missing. What is left of it is shown.`,
      );
      const [file] = read.report.files;
      const whole = findings.slice(0, file?.findings.length);
      expect(file?.findings.map(({ message }) => message)).toEqual(
        whole.map(({ message }) => message),
      );
      expect(file?.counts.error).toBe(30);
      expect(file?.omitted).toBe(30 - whole.length);
    }
  });

  test('wherever it is cut, says so', () => {
    for (let length = 3; length < fragment.length; length++) {
      const read = decodeLink(fragment.slice(0, length), []);
      if (read && 'problem' in read) expect(read.problem).toBe('cut');
      else expect(read?.remarks[0]).toMatch(/^The link was cut on its way: /);
    }
  });

  test('says when it was altered, whatever the character', () => {
    const start = fragment.lastIndexOf('.') + 1;
    for (let at = start; at < fragment.length; at++) {
      const other = fragment[at] === 'A' ? 'B' : 'A';
      expect(outcome(fragment.slice(0, at) + other + fragment.slice(at + 1))).toBe('altered');
    }
  });
});

describe('what is no link of today', () => {
  test.each(['', '#', '#section', '#report', '#r', '#r1x', '#/r1'])(
    '%s is no link at all',
    (other) => {
      expect(decodeLink(other, [])).toBeNull();
    },
  );

  test('a link of a later version says that it is newer', () => {
    expect(outcome('#r2.5.AAAAAA.xyz')).toBe('newer');
    expect(outcome('#r12')).toBe('newer');
    expect(outcome('#r0.5.AAAAAA.xyz')).toBe('wrong');
  });

  test('a link with tables that are not known here says that it is newer', () => {
    expect(outcome(frame(1, Uint8Array.of(99, 3, 0)))).toBe('newer');
  });

  test('content that unpacks to much more than any report is refused', () => {
    const bomb = deflateSync(new Uint8Array(8 * 1024 * 1024), { level: 9 });
    expect(outcome(frame(1, Uint8Array.of(0, ...bomb)))).toBe('wrong');
  });

  test('a length beyond all links is refused', () => {
    expect(outcome('#r1.9999999.AAAAAA.abc')).toBe('altered');
  });

  test('content that goes on behind its end is refused', () => {
    expect(outcome(frame(1, Uint8Array.of(0, ...deflateSync(new Uint8Array(40)))))).toBe('wrong');
  });
});

describe('whatever a fragment holds, reading it', () => {
  const opens = (link: string): void => {
    const read = decodeLink(link, []);
    if (read && !('problem' in read)) {
      for (const { findings: some, counts, omitted } of read.report.files) {
        expect(omitted).toBeGreaterThanOrEqual(0);
        expect(some.length).toBeLessThanOrEqual(
          counts.critical + counts.error + counts.warning + counts.info,
        );
        for (const { span } of some) expect(span.endOffset).toBeGreaterThanOrEqual(span.offset);
      }
    }
  };

  test('does not throw: any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => opens(`#r1.${text}`)));
  });

  test('does not throw: any content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        opens(frame(1, Uint8Array.of(0, ...bytes)));
      }),
    );
  });

  test('does not throw: any body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        opens(frame(1, Uint8Array.of(0, ...deflateSync(bytes))));
      }),
      { numRuns: 2000 },
    );
  });

  test('does not throw: good links with characters put in, taken out and changed', () => {
    const change = fc.record({ at: fc.nat(), gone: fc.nat(3), put: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let link = fragment;
        for (const { at, gone, put } of changes) {
          const from = at % link.length;
          link = link.slice(0, from) + put + link.slice(from + gone);
        }
        opens(link);
      }),
    );
  });
});

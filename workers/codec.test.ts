import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/findings/finding';
import { finding, ownPath, report, source } from './testing/arbitraries';
import {
  decodeEntries,
  decodeFindings,
  decodeHead,
  encodeEntries,
  encodeFindings,
  encodeHead,
  encodeStored,
  openStored,
  orderOf,
  reorder,
} from './codec';

function renamed(found: Finding, path: string): Finding {
  const own = (other: string) => (other === ownPath ? path : other);
  const copy = { ...found, path: own(found.path) };
  if (found.related) {
    copy.related = found.related.map((place) => ({
      ...place,
      path: own(place.path),
    }));
  }
  return copy;
}

describe('findings in a buffer', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        expect(decodeFindings(encodeFindings(findings, ownPath), ownPath)).toStrictEqual(findings);
      }),
    );
  });

  it('take the path that the file has at the other side', () => {
    fc.assert(
      fc.property(fc.array(finding), fc.string(), (findings, path) => {
        const decoded = decodeFindings(encodeFindings(findings, ownPath), path);
        expect(decoded).toStrictEqual(findings.map((found) => renamed(found, path)));
      }),
    );
  });

  it('are refused when cut', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1 }), fc.nat(), (findings, cut) => {
        const buffer = encodeFindings(findings, ownPath);
        const shorter = buffer.slice(0, cut % buffer.byteLength);
        expect(() => decodeFindings(shorter, ownPath)).toThrow(RangeError);
      }),
    );
  });

  it('hold a repeated text once', () => {
    const long = 'x'.repeat(10_000);
    const span = {
      offset: 0,
      endOffset: 0,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    };
    const one: Finding = {
      rule: 'r',
      code: 'c',
      level: 'syntax',
      severity: 'error',
      message: long,
      path: ownPath,
      span,
    };
    expect(encodeFindings([one, one, one], ownPath).byteLength).toBeLessThan(11_000);
  });
});

describe('the head of a report', () => {
  it('comes back around its findings', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const head = encodeHead(whole);
        expect(head).not.toContain('"findings"');
        expect(decodeHead(head, ownPath, whole.findings)).toStrictEqual(whole);
      }),
    );
  });
});

describe('a kept report', () => {
  it('comes back whole, frame by frame', () => {
    fc.assert(
      fc.property(report, fc.integer({ min: 1, max: 7 }), (whole, perFrame) => {
        const stored = openStored(encodeStored(whole, perFrame, 'null'), ownPath);
        expect(stored.insight).toBe('null');
        const batches = Array.from({ length: stored.batches }, (_, at) => stored.batch(at));
        for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(perFrame);
        expect(stored.report(batches.flat())).toStrictEqual(whole);
      }),
    );
  });

  it('is refused when cut or altered in its frame', () => {
    fc.assert(
      fc.property(report, fc.nat(), (whole, cut) => {
        const buffer = encodeStored(whole, 5);
        expect(() => openStored(buffer.slice(0, cut % buffer.byteLength), ownPath)).toThrow(
          RangeError,
        );
        new Uint32Array(buffer)[cut % 3] = 0xdead;
        expect(() => openStored(buffer, ownPath)).toThrow(RangeError);
      }),
    );
  });
});

describe('archive entries', () => {
  it('come back as they were, Blobs beside', () => {
    fc.assert(
      fc.property(fc.array(source), (entries) => {
        const { buffer, blobs } = encodeEntries(entries);
        const decoded = decodeEntries(buffer, blobs);
        expect(decoded).toStrictEqual(entries);
        decoded.forEach((entry, at) => {
          if (entry.bytes instanceof Blob) expect(entry.bytes).toBe(entries[at]?.bytes);
        });
      }),
    );
  });

  it('are refused where a Blob is missing', () => {
    const entry = {
      path: 'a',
      bytes: new Blob(['x']),
      packing: 'none' as const,
      size: 1,
      origin: 'found' as const,
      nesting: 0,
    };
    const { buffer } = encodeEntries([entry]);
    expect(() => decodeEntries(buffer, [])).toThrow(RangeError);
  });
});

describe('the order of findings', () => {
  it('is restored from what was sent', () => {
    fc.assert(
      fc.property(fc.uniqueArray(finding, { selector: (one) => one }), fc.nat(), (sent, seed) => {
        const wanted = sent.map((one, at) => ({
          one,
          key: (at * 7919 + seed) % 101,
        }));
        wanted.sort((a, b) => a.key - b.key);
        const order = wanted.map(({ one }) => one);
        const restored = reorder([...sent], orderOf(order, sent));
        expect(restored).toHaveLength(order.length);
        restored.forEach((one, at) => expect(one).toBe(order[at]));
      }),
    );
  });

  it('costs nothing where it is the same', () => {
    fc.assert(
      fc.property(fc.array(finding), (sent) => {
        expect(orderOf([...sent], sent)).toBeNull();
      }),
    );
  });
});

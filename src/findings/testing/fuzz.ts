import fc from 'fast-check';

/** Bytes with a few of them changed, left out, doubled or put in, and perhaps cut off. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.nat(bytes.length),
    drop: fc.nat(8),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('"', '<', '{}', '[]', 'null', '-1', '1e99', '&#0;', '<!DOCTYPE a [')
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  return fc
    .record({ edits: fc.array(edit, { maxLength: 4 }), end: fc.option(fc.nat(bytes.length)) })
    .map(({ edits, end }) => {
      let whole = Array.from(bytes);
      for (const { at, drop, put } of edits) {
        whole = [...whole.slice(0, at), ...put, ...whole.slice(at + drop)];
      }
      return Uint8Array.from(end === null ? whole : whole.slice(0, end));
    });
}

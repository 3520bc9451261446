import { Encoding, Tokenizer } from '../../../engine/tokenizer';
import { tokenizerModule } from '../../../engine/testing/module';
import type { ReadDocument } from '../../../rules/document';
import { Elements } from '../../../tree/elements';
import { tables } from '../tables';
import type { Version } from '../model/model';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A document that was read for a test, and what the schema of its version says of it. */
export interface ReadForTest {
  document: ReadDocument;
  /** Structure issues: their codes, and the text that they are about. */
  issues: string[];
}

/** Reads a text as the engine does. Throws where it is not well-formed. */
export function readDocument(text: string, version: Version, path = 'test.xosc'): ReadForTest {
  const schema = tables(version);
  // A new one each, since a document's columns lie in the memory of the instance that read it.
  const tokenizer = new Tokenizer(tokenizerModule, schema);
  const bytes = encoder.encode(text);
  tokenizer.begin({
    encoding: Encoding.utf8,
    mark: 0,
    tape: true,
    structure: true,
    columns: true,
    marked: '$'.charCodeAt(0),
  });
  tokenizer.push(bytes, true);
  if (tokenizer.failed) throw new Error(`Not well-formed: ${text}`);
  const issues = tokenizer
    .takeIssues()
    .map(
      ({ code, start, end }) =>
        `${code}: ${decoder.decode(bytes.subarray(start.offset, end.offset))}`,
    );
  tokenizer.moveTape();
  const elements = new Elements(tokenizer.columns(), tokenizer.names);
  return { document: { path, bytes, schema, elements, version, kind: null }, issues };
}

/** The text that a range covers. */
export function textAt({ bytes }: ReadDocument, [start, end]: readonly [number, number]): string {
  return decoder.decode(bytes.subarray(start, end));
}

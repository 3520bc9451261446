import type { Pack } from '../formats/pack';
import type { Source } from '../intake/source';
import { modelOf } from '../schema/model';
import { exampleDocument } from './exampleDocument';
import { IssueFindings } from './issueFindings';
import { ReportBuilder } from './reportBuilder';
import { Encoding } from './tokenizer';
import type { SchemaTokenizer, TokenizerShelf } from './tokenizerShelf';

/** Bytes of the documents that are read to make the tokenizer fast, and how often that is done. */
const exampleBytes = 8 * 1024;
const rounds = 40;

/** How often one is taken the whole way that a file takes. */
const wholeRounds = 10;

/**
 * What can be done before there is anything to do, in steps of a few milliseconds, the most useful
 * first. The tokenizer's code becomes fast by being used; it is the same for all instances, and for
 * all workers that share the module.
 */
export function* preparations(
  packs: readonly Pack[],
  tokenizers: TokenizerShelf,
  /** Checks a source, for nobody to see. */
  check: (source: Source) => Promise<unknown>,
): Generator<() => unknown, void, undefined> {
  yield () => tokenizers.plain();
  for (const pack of packs) {
    const [newest, ...others] = pack.versions.toReversed();
    if (newest === undefined) continue;
    let made: SchemaTokenizer | undefined;
    yield () => (made = tokenizers.with(pack, newest));
    const example = { bytes: new Uint8Array(0) };
    yield () => {
      if (made)
        example.bytes = encoder.encode(
          exampleDocument(modelOf(pack.schema(), newest), exampleBytes),
        );
    };
    for (let round = 0; round < rounds; round++) {
      yield () => {
        if (made) read(made, example.bytes, round % 2 === 1);
      };
    }
    yield () => {
      if (made) explainSome(made, pack);
    };
    for (const version of others) yield () => tokenizers.with(pack, version);
    for (let round = 0; round < wholeRounds; round++) yield () => check(sourceOf(example.bytes));
  }
}

const encoder = new TextEncoder();

function sourceOf(document: Uint8Array<ArrayBuffer>): Source {
  const bytes = new Blob([document]);
  const size = document.length;
  return { path: '', bytes, packing: 'none', size, origin: 'named', nesting: 0 };
}

function read({ tokenizer }: SchemaTokenizer, document: Uint8Array, tape: boolean): void {
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape, structure: true });
  tokenizer.push(document, true);
  tokenizer.dropIssues();
  if (tape) tokenizer.takeTape();
}

/** Puts a few mistakes into words, as the first file that has some will need it. */
function explainSome(judge: SchemaTokenizer, pack: Pack): void {
  const { tokenizer, schema } = judge;
  const [root] = schema.roots;
  if (root === undefined) return;
  const findings = new IssueFindings({
    path: '',
    encoding: 'UTF-8',
    pack,
    recognition: {
      version: schema.version,
      kind: null,
      schemaVersion: schema.version,
      unsupported: null,
      findings: [],
    },
    judge,
    report: new ReportBuilder('', 0),
  });
  tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: true });
  tokenizer.push(encoder.encode(`<${root} a="1"><A b="1"/></${root}>`), true);
  findings.add(tokenizer.issues, (id) => tokenizer.name(id));
  tokenizer.dropIssues();
}

import type { DetectedEncoding } from '../../src/intake/xmlEncoding';
import { detectEncoding } from '../../src/intake/xmlEncoding';
import { Code, Status, Tokenizer } from '../../src/engine/tokenizer';
import type { Issue } from '../../src/engine/tokenizer';
import { tokenizerModule } from '../../src/engine/testing/module';

const tokenizer = new Tokenizer(tokenizerModule);

export interface Reading {
  accepted: boolean;
  /** The encoding is none that is read here, or not the one declared. */
  encodingProblem: DetectedEncoding['problem'];
  issues: Issue[];
  /** The names of the issues' codes. */
  codes: string[];
}

/** Reads a document in chunks of a size (0: in one). */
export function read(bytes: Uint8Array, chunkSize = 0): Reading {
  const detected = detectEncoding(bytes);
  if (detected.problem !== null && detected.problem !== 'overruled') {
    return { accepted: false, encodingProblem: detected.problem, issues: [], codes: [] };
  }
  tokenizer.begin({
    encoding: detected.encoding,
    mark: detected.mark,
    tape: true,
    structure: false,
  });
  const issues: Issue[] = [];
  const body = bytes.subarray(detected.mark);
  const size = chunkSize || body.length || 1;
  let status = Status.more;
  for (let at = 0; status === Status.more; at += size) {
    status = tokenizer.push(body.subarray(at, at + size), at + size >= body.length);
    issues.push(...tokenizer.takeIssues());
    tokenizer.takeTape();
  }
  return {
    accepted: status === Status.done,
    encodingProblem: null,
    issues,
    codes: issues.map((issue) => Code[issue.code]),
  };
}

import type { Finding } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import type { DetectedEncoding } from '../intake/xmlEncoding';

/** The finding about an encoding that cannot be read, or is not the one declared. `rule` is for syntax. */
export function encodingFinding(path: string, encoding: DetectedEncoding, rule: string): Finding {
  const { declared, title } = encoding;
  const span = declared
    ? {
        offset: declared.start,
        endOffset: declared.end,
        line: declared.line,
        column: declared.column,
        endLine: declared.line,
        endColumn: declared.column + declared.label.length,
      }
    : { ...wholeFileSpan };
  const contradicted = encoding.problem === 'contradicted';
  if (encoding.problem === 'overruled') {
    return {
      rule,
      code: 'overruled-encoding',
      level: 'syntax',
      severity: 'warning',
      message: `The XML declaration says \`${declared?.label ?? ''}\`, but the file begins with the byte order mark of UTF-8.`,
      help: 'It was read as UTF-8; some readers refuse it. Write `encoding="UTF-8"`.',
      path,
      span,
    };
  }
  return {
    rule,
    code: contradicted ? 'contradicted-encoding' : 'unsupported-encoding',
    level: 'syntax',
    severity: 'critical',
    message: contradicted
      ? `The XML declaration says \`${declared?.label ?? ''}\`, but the file is in ${title}.`
      : `The file is in ${title}, an encoding that is not read here.`,
    help: contradicted
      ? `Write \`encoding="${title.replace(/ .*/, '')}"\`, or save the file in the encoding that it declares.`
      : 'Save it as UTF-8. UTF-16, ISO-8859-1, windows-1252 and US-ASCII are read too.',
    path,
    span,
  };
}

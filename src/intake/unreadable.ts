import type { Finding, Severity } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';

/** Why a source cannot be read, or cannot be read to its end. */
export type UnreadableCode =
  | 'not-found'
  | 'no-permission'
  | 'is-folder'
  | 'changed'
  | 'unreadable'
  | 'truncated'
  | 'corrupt'
  | 'wrong-size'
  | 'wrong-checksum'
  | 'expands-too-much'
  | 'too-large'
  | 'packed-too-often';

/**
 * A source cannot be read, from the start or from some point on. It can surface when a source is
 * opened and at any later chunk; the chunks before it are what the file holds.
 */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource';
  readonly code: UnreadableCode;
  readonly help: string | undefined;

  constructor(code: UnreadableCode, message: string, help?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.help = help;
  }
}

/** The rule that a finding of intake belongs to: `file.truncated`, `archive.encrypted-entry`, … */
export function intakeRule(name: string): string {
  return `scrutineer:intake:1.0.0:${name}`;
}

/**
 * A finding of intake: it concerns a file as a whole and is of the syntax level, since what cannot
 * be read cannot be checked. `name` is the rule's (`file.changed`), the last part is the code.
 */
export function intakeFinding(
  name: string,
  severity: Severity,
  path: string,
  message: string,
  help?: string,
): Finding {
  return {
    rule: intakeRule(name),
    code: name.slice(name.indexOf('.') + 1),
    level: 'syntax',
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    path,
    span: { ...wholeFileSpan },
  };
}

/** The finding that tells a person that `path` could not be read (to its end). */
export function unreadableFinding(path: string, error: UnreadableSource): Finding {
  return intakeFinding(`file.${error.code}`, 'critical', path, error.message, error.help);
}

/** Names of DOMExceptions and codes of Node's system errors, and what they mean to a person. */
const platformErrors: Record<string, () => [UnreadableCode, string, string?]> = {
  NotFoundError: () => ['not-found', 'The file is no longer where it was.', 'Drop it again.'],
  ENOENT: () => ['not-found', 'The file is no longer where it was.'],
  NotReadableError: () => [
    'changed',
    'The file changed or became unreadable after it was chosen.',
    'Drop it again to check its present content.',
  ],
  NotAllowedError: () => ['no-permission', 'The browser has no permission to read the file.'],
  SecurityError: () => ['no-permission', 'The browser has no permission to read the file.'],
  EACCES: () => ['no-permission', 'The file may not be read: permission is denied.'],
  EPERM: () => ['no-permission', 'The file may not be read: permission is denied.'],
  EISDIR: () => ['is-folder', 'This is a folder, not a file.'],
};

/**
 * Whatever the platform threw while reading, as an UnreadableSource. An abort is passed on as it
 * is, since it says nothing about the file.
 */
export function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableSource) return error;
  const { name, code, message } = describe(error);
  if (name === 'AbortError') return error;
  const known = platformErrors[code] ?? platformErrors[name];
  if (known) {
    const [kind, text, help] = known();
    return new UnreadableSource(kind, text, help, error);
  }
  const reason = code === '' ? message : `${code}, ${message}`;
  return new UnreadableSource(
    'unreadable',
    `The file could not be read (${reason}).`,
    undefined,
    error,
  );
}

function describe(error: unknown): {
  name: string;
  code: string;
  message: string;
} {
  if (!(error instanceof Error)) return { name: '', code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { name: error.name, code, message: error.message };
}

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
 * What the platform says about a file that it cannot read, as an UnreadableSource. Everything else
 * comes back as it is: an abort, which says nothing about the file, and a mistake in the program,
 * which must not pass for one in the file.
 */
export function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableSource || isAbort(error)) return error;
  const known = knownReason(error);
  if (known) return known;
  const fromPlatform = error instanceof DOMException || codeOf(error) !== '';
  return fromPlatform ? readFailure(error) : error;
}

/** Like asUnreadable, for an error that can only come from reading, whatever its type is. */
export function readFailure(error: unknown): unknown {
  if (error instanceof UnreadableSource || isAbort(error)) return error;
  const known = knownReason(error);
  if (known) return known;
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const reason = code === '' ? said : `${code}, ${said}`;
  return new UnreadableSource(
    'unreadable',
    `The file could not be read (${reason}).`,
    undefined,
    error,
  );
}

function knownReason(error: unknown): UnreadableSource | null {
  const name = error instanceof Error ? error.name : '';
  const known = platformErrors[codeOf(error)] ?? platformErrors[name];
  if (!known) return null;
  const [kind, text, help] = known();
  return new UnreadableSource(kind, text, help, error);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Node's `EACCES` and the like; a DOMException has a number there, which says less than its name. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

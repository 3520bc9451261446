import { wholeFileSpan, type Finding } from '../src/findings/finding';
import type { Source } from '../src/intake/source';
import { bareReport, type FileReport } from '../src/findings/report';

/** A finding about the engine itself, on the file that it broke on. */
export function crashFinding(path: string, reason: string): Finding {
  return {
    rule: 'scrutineer:engine:1.0.0:worker.crashed',
    code: 'worker-crashed',
    level: 'syntax',
    severity: 'critical',
    message: `The check broke off in this file: ${reason}. This is a fault of Scrutineer, not of the file.`,
    help: 'Check the file again; if it breaks off again, please report it together with the file.',
    path,
    span: wholeFileSpan,
  };
}

/** A finding for a file that could not be checked because nothing could be started to check it. */
export function unavailableFinding(path: string, reason: string): Finding {
  return {
    rule: 'scrutineer:engine:1.0.0:engine.unavailable',
    code: 'engine-unavailable',
    level: 'syntax',
    severity: 'critical',
    message: `The file was not checked, because the engine could not be started: ${reason}.`,
    help: 'Reload the page, or run the command again.',
    path,
    span: wholeFileSpan,
  };
}

/** The report of a file whose check did not come to its end, with what had been found till then. */
export function brokenReport(
  source: Source,
  before: readonly Finding[],
  finding: Finding,
): FileReport {
  const report = bareReport(source.path, 'malformed', [...before, finding]);
  return { ...report, size: source.size ?? 0 };
}

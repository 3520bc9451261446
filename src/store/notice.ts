import { isQuotaError } from './lasting';

const what = {
  results: 'Results are kept only until this page is closed',
  settings: 'Settings are kept only until this page is closed',
} as const;

/** One line on storage that does not work: what follows from it, and why. */
export function noticeText(subject: keyof typeof what, error: unknown): string {
  return `${what[subject]}: ${storageProblem(error)}.`;
}

/** Why storage does not work, as the end of a sentence. */
export function storageProblem(error: unknown): string {
  if (isQuotaError(error)) return 'the browser’s storage is full';
  if (!(error instanceof Error)) return 'the browser’s storage cannot be used';
  // A ReferenceError or TypeError says only that there is no IndexedDB at all.
  if (error instanceof ReferenceError || error instanceof TypeError) {
    return 'the browser offers no storage here';
  }
  if (error.name === 'SecurityError' || error.name === 'InvalidStateError') {
    return 'the browser does not let this page use its storage';
  }
  return `the browser’s storage cannot be used (${error.message.replace(/\.$/, '')})`;
}

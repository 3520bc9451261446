import { dropped } from '../intake/drop';
import { pasted } from '../intake/paste';
import { picked } from '../intake/pick';
import { openSample, type Sample } from '../intake/samples';
import type { Session } from '../session.svelte';

/** Whether a drag carries something that could be checked. */
export function carriesContent(transfer: DataTransfer | null): boolean {
  const types = transfer?.types ?? [];
  return types.includes('Files') || types.includes('text/plain');
}

/** Takes in what was dropped; to be called within the event's handler. */
export function takeDrop(session: Session, transfer: DataTransfer): void {
  void session.add((signal) => dropped(transfer, signal));
}

/** Takes in what was chosen in a file or folder input. */
export function takePicked(session: Session, files: FileList): void {
  const chosen = Array.from(files);
  void session.add(() => picked(chosen));
}

/** Takes in what the clipboard holds; to be called within the event's handler. */
export function takePaste(session: Session, transfer: DataTransfer): void {
  const gathered = pasted(transfer);
  if (gathered.sources.length === 0 && gathered.findings.length === 0) {
    session.notices.add('The clipboard holds neither text nor files.');
    return;
  }
  void session.add(() => [gathered]);
}

/** Opens one of the files that come with the application. */
export function takeSample(session: Session, sample: Sample): void {
  void session.add((signal) => openSample(sample, signal));
}

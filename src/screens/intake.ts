import { dropped } from '../intake/drop';
import { folderNodeOf, openHandles } from '../intake/handles';
import { pasted } from '../intake/paste';
import { picked } from '../intake/pick';
import { openSample, type Sample } from '../intake/samples';
import { walkFolder } from '../intake/walk';
import type { Session } from '../session.svelte';
import { mayRead, type RecentFolder } from '../session/recentFolders.svelte';

/** Whether a drag carries something that could be checked. */
export function carriesContent(transfer: DataTransfer | null): boolean {
  const types = transfer?.types ?? [];
  return types.includes('Files') || types.includes('text/plain');
}

/** Takes in what was dropped; to be called within the event's handler. */
export function takeDrop(session: Session, transfer: DataTransfer): void {
  void session.add((signal) => dropped(transfer, signal));
  for (const item of transfer.items) void rememberDropped(session, item);
}

/**
 * Lets a person choose a folder, and remembers it, where the browser can open it again another day.
 * @param choose shows the dialog of browsers that cannot
 */
export async function takeFolder(session: Session, choose: () => void): Promise<void> {
  if (!window.showDirectoryPicker) {
    choose();
    return;
  }
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await window.showDirectoryPicker({ id: 'folder', mode: 'read' });
  } catch (error) {
    // In a frame of another site it is refused; otherwise the dialog was closed without a choice.
    if (error instanceof DOMException && error.name === 'SecurityError') choose();
    return;
  }
  await openFolder(session, folder);
}

/** Opens a folder that was opened before; to be called within the handler of a click. */
export async function takeRecent(session: Session, { handle }: RecentFolder): Promise<void> {
  if (await mayRead(handle)) await openFolder(session, handle);
  else session.notices.add(`The browser does not let this page read the folder “${handle.name}”.`);
}

/** Takes in files that the system opened the app with. */
export function takeLaunched(session: Session, files: readonly FileSystemFileHandle[]): void {
  void session.add(() => openHandles(files));
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

async function openFolder(session: Session, folder: FileSystemDirectoryHandle): Promise<void> {
  void session.recent.remember(folder);
  await session.add((signal) => walkFolder(folderNodeOf(folder), signal));
}

/** A dropped folder is remembered as one that was chosen is, where permission can be asked again. */
async function rememberDropped(session: Session, item: DataTransferItem): Promise<void> {
  if (item.kind !== 'file' || !item.getAsFileSystemHandle) return;
  const handle = await item.getAsFileSystemHandle();
  if (handle?.kind === 'directory' && handle.requestPermission) {
    await session.recent.remember(handle as FileSystemDirectoryHandle);
  }
}

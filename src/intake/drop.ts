import type { Gathered } from './gathered';
import { fileSource } from './gathered';
import { pastedText } from './paste';
import type { FolderNode, TreeNode } from './walk';
import { walkFolder } from './walk';

/** What was dropped, taken out of the event: it is empty once the event is over. */
type Taken =
  | { kind: 'file'; file: File }
  | { kind: 'folder'; folder: FolderNode }
  | { kind: 'text'; text: Promise<string> };

/**
 * Everything in a drop: files, folders with all that is below them, or a dragged text. Call it within
 * the event's handler, since it takes hold of the items at once; the folders are read while the result
 * is iterated. What cannot be read is a finding.
 */
export function dropped(
  data: DataTransfer,
  signal: AbortSignal,
): AsyncGenerator<Gathered, void, undefined> {
  return gather(take(data), signal);
}

function take(data: DataTransfer): Taken[] {
  const taken: Taken[] = [];
  const texts: Taken[] = [];
  for (const item of Array.from(data.items)) {
    if (item.kind === 'file') {
      const entry = item.webkitGetAsEntry();
      const file = item.getAsFile();
      if (entry?.isDirectory === true) {
        taken.push({
          kind: 'folder',
          folder: folderNode(entry as FileSystemDirectoryEntry),
        });
      } else if (file) {
        taken.push({ kind: 'file', file });
      }
    } else if (item.type === 'text/plain') {
      texts.push({
        kind: 'text',
        text: new Promise((done) => item.getAsString(done)),
      });
    }
  }
  if (taken.length === 0) {
    for (const file of Array.from(data.files)) taken.push({ kind: 'file', file });
  }
  // A dragged file brings its address along as a text: only a text that comes alone is content.
  return taken.length > 0 ? taken : texts;
}

async function* gather(
  taken: readonly Taken[],
  signal: AbortSignal,
): AsyncGenerator<Gathered, void, undefined> {
  for (const one of taken) {
    signal.throwIfAborted();
    if (one.kind === 'folder') yield* walkFolder(one.folder, signal);
    else if (one.kind === 'text') yield pastedText(await one.text, 'dropped.xml');
    else
      yield {
        sources: [fileSource(one.file, one.file.name, 'named')],
        findings: [],
      };
  }
}

/** A folder of the drop as a node to walk; its reader gives members in pieces until none is left. */
export function folderNode(entry: FileSystemDirectoryEntry): FolderNode {
  return {
    kind: 'folder',
    name: entry.name,
    members: async () => {
      const reader = entry.createReader();
      const members: TreeNode[] = [];
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((done, failed) =>
          reader.readEntries(done, failed),
        );
        if (some.length === 0) return members;
        members.push(...some.map(node));
      }
    },
  };
}

function node(entry: FileSystemEntry): TreeNode {
  if (entry.isDirectory) return folderNode(entry as FileSystemDirectoryEntry);
  return {
    kind: 'file',
    name: entry.name,
    file: () => new Promise((done, failed) => (entry as FileSystemFileEntry).file(done, failed)),
  };
}

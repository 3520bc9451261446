import type { Gathered } from './gathered';
import type { FileNode, FolderNode } from './walk';
import { openFile } from './walk';

/** A folder of the browser's file system interface as a node to walk. */
export function folderNodeOf(folder: FileSystemDirectoryHandle): FolderNode {
  return {
    kind: 'folder',
    name: folder.name,
    members: async () => {
      const members = [];
      for await (const member of folder.values()) {
        members.push(member.kind === 'directory' ? folderNodeOf(member) : fileNodeOf(member));
      }
      return members;
    },
  };
}

/** Files that were handed over one by one, as if they had been dropped. */
export async function openHandles(handles: readonly FileSystemFileHandle[]): Promise<Gathered> {
  const parts = await Promise.all(
    handles.map((handle) => openFile(fileNodeOf(handle), handle.name, 'named')),
  );
  return {
    sources: parts.flatMap(({ sources }) => sources),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function fileNodeOf(handle: FileSystemFileHandle): FileNode {
  return { kind: 'file', name: handle.name, file: () => handle.getFile() };
}

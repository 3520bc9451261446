import type { Gathered } from './gathered';
import { batchSize, fileSource } from './gathered';
import { comparePaths, isLeftOut } from './paths';
import type { Source } from './source';
import { asUnreadable, intakeFinding, UnreadableSource } from './unreadable';

/**
 * A file or folder to walk through. The browser has several interfaces for these, and tests have
 * none: this is what they have in common.
 */
export type TreeNode = FileNode | FolderNode;

export interface FileNode {
  kind: 'file';
  name: string;
  file(): Promise<File>;
}

export interface FolderNode {
  kind: 'folder';
  name: string;
  /** All members, in any order. */
  members(): Promise<TreeNode[]>;
}

/** How many files of a folder are asked for at a time. */
const filesAtOnce = 64;

/**
 * All files below a folder, folder by folder in the order of their names, without what systems
 * leave behind (see `paths.ts`). What cannot be read is a finding, and the rest goes on; so is a
 * folder that holds no files at all. Throws only the signal's reason.
 */
export async function* walkFolder(
  folder: FolderNode,
  signal: AbortSignal,
): AsyncGenerator<Gathered, void, undefined> {
  let anything = false;
  for await (const part of walk(folder, folder.name, signal)) {
    anything = true;
    yield part;
  }
  if (anything) return;
  const message = 'The folder holds no files.';
  yield {
    sources: [],
    findings: [intakeFinding('file.empty-folder', 'info', folder.name, message)],
  };
}

async function* walk(
  folder: FolderNode,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Gathered, void, undefined> {
  signal.throwIfAborted();
  let members: TreeNode[];
  try {
    members = await folder.members();
  } catch (error) {
    yield unreachable('file.unreadable-folder', 'The folder could not be read', path, error);
    return;
  }
  members = members
    .filter(({ name }) => !isLeftOut(name))
    .sort((a, b) => comparePaths(a.name, b.name));
  let files: FileNode[] = [];
  for (const member of members) {
    if (member.kind === 'file') {
      files.push(member);
      if (files.length < batchSize) continue;
    }
    // Files before a folder are told before the folder is entered, so that the order is kept.
    if (files.length > 0) yield await openFiles(files, path, signal);
    files = [];
    if (member.kind === 'folder') yield* walk(member, `${path}/${member.name}`, signal);
  }
  if (files.length > 0) yield await openFiles(files, path, signal);
}

async function openFiles(
  nodes: readonly FileNode[],
  folder: string,
  signal: AbortSignal,
): Promise<Gathered> {
  const gathered: Gathered = { sources: [], findings: [] };
  for (let first = 0; first < nodes.length; first += filesAtOnce) {
    signal.throwIfAborted();
    const parts = nodes
      .slice(first, first + filesAtOnce)
      .map((node) => openFile(node, folder === '' ? node.name : `${folder}/${node.name}`, 'found'));
    for (const part of await Promise.all(parts)) {
      gathered.sources.push(...part.sources);
      gathered.findings.push(...part.findings);
    }
  }
  return gathered;
}

/** A file as a source under the given path; where it cannot be read, a finding. */
export async function openFile(
  node: FileNode,
  path: string,
  origin: Source['origin'],
): Promise<Gathered> {
  try {
    return {
      sources: [fileSource(await node.file(), path, origin)],
      findings: [],
    };
  } catch (error) {
    return unreachable('file.unreadable', 'The file could not be read', path, error);
  }
}

function unreachable(rule: string, problem: string, path: string, error: unknown): Gathered {
  const reason = asUnreadable(error);
  const why = reason instanceof UnreadableSource ? reason.message : String(reason);
  const finding = intakeFinding(rule, 'critical', path, `${problem}. ${why}`);
  return { sources: [], findings: [finding] };
}

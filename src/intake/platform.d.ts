/*
 * What some browsers offer and TypeScript does not know: WICG File System Access and Launch Handler.
 * Every member may be absent.
 */

interface Window {
  showDirectoryPicker?(options?: {
    id?: string;
    mode?: 'read' | 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
  launchQueue?: {
    setConsumer(take: (launch: { files?: readonly FileSystemHandle[] }) => void): void;
  };
}

interface FileSystemHandle {
  queryPermission?(access: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(access: { mode: 'read' }): Promise<PermissionState>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/**
 * Tells of files that the system opens the installed app with, each time it does. Where the browser
 * cannot do this, nothing ever comes.
 * @param take is given the files of one launch, none of them read yet
 */
export function onLaunch(take: (files: FileSystemFileHandle[]) => void): void {
  window.launchQueue?.setConsumer(({ files = [] }) => {
    const own = files.filter((handle) => handle.kind === 'file') as FileSystemFileHandle[];
    // A plain start of the app is a launch too, with no files.
    if (own.length > 0) take(own);
  });
}

/** The download has its own hold on the bytes once it has begun; by then it surely has. */
const begunMs = 10_000;

/** Saves bytes as a file of the given name, where the browser puts downloads. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, begunMs);
}

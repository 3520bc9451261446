let sink: MessagePort | null = null;

/** A port whose other end is closed: what is sent there is gone. */
function makeSink(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}

/**
 * Gives a buffer's memory back at once; it is empty afterwards. To detach it by `transfer` frees
 * nothing in Chromium before the next collection, which it then delays; to send it to nobody does.
 */
export function releaseBuffer(buffer: ArrayBuffer): void {
  sink ??= makeSink();
  sink.postMessage(null, [buffer]);
}

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a browser and the app's server, and keeps all that the browser sends. */
export interface Listener {
  /** The address to use in the place of the server's. */
  url: string;
  /** Every request so far, as it came: method and address, headers, content. */
  heard(): string[];
  close(): Promise<void>;
}

/** Listens to what is sent to a server. */
export async function listenTo(server: string): Promise<Listener> {
  const requests: string[] = [];
  const { hostname, port } = new URL(server);
  const proxy = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method, url, rawHeaders, headers } = incoming;
      const body = Buffer.concat(chunks);
      requests.push(`${method} ${url}\n${rawHeaders.join('\n')}\n${body.toString('latin1')}`);
      const passed = request({ hostname, port, path: url, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
        answer.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      passed.end(body);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}/`,
    heard: () => requests,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

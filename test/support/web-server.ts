import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebServer {
  readonly port: number;
  /** How often anybody has connected. */
  readonly connections: () => number;
  /** What was asked for, with its headers. */
  readonly requests: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[];
  readonly stop: () => Promise<void>;
}

/** A website at an address of this machine, which counts connections whether or not anything is asked over them. */
export async function startWebServer(listener: RequestListener, host = '127.0.0.1', at = 0): Promise<WebServer> {
  let connections = 0;
  const requests: WebServer['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(at, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

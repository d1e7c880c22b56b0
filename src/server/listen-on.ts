import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopbackHost } from '#platform/loopback-host.ts';

/** Where what listens there is found. Browsers keep cookies for localhost without TLS, so that is the address to print. */
export function addressOf(host: string, port: number): string {
  const name = isLoopbackHost(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Listens and gives the port back: the one asked for, or a free one for 0. @throws the server's error, such as EADDRINUSE */
export function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

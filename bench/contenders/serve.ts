import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoginUrls } from '../../src/database/logins.ts';

/** What a contender's process is started with: one JSON argument. */
export interface ContenderOptions {
  readonly urls: LoginUrls;
  readonly secret: { readonly kid: string; readonly secret: string };
  readonly poolSize: number;
}

export const readOptions = (): ContenderOptions => JSON.parse(process.argv[2] ?? '') as ContenderOptions;

/** Tells the parent process where to send requests. The contender ends with its parent, whichever way that ends. */
export function announce(port: number): void {
  process.stdin.on('end', () => process.exit(0)).resume();
  process.stdout.write(`port ${port}\n`);
}

/** Listens on a free port of this machine and announces it. */
export const listen = (server: Server): Server =>
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Pooler {
  /** The same URL, but through the pooler. */
  readonly through: (url: string) => string;
  readonly stop: () => Promise<void>;
}

export interface PoolerOptions {
  /** URLs of one server's logins that may connect. */
  readonly urls: readonly string[];
  /** As many connections to the database as each login has, however many clients there are. */
  readonly poolSize: number;
}

const binaries = [
  '/usr/sbin/pgbouncer',
  '/usr/bin/pgbouncer',
  '/usr/local/bin/pgbouncer',
  '/opt/homebrew/bin/pgbouncer',
];

/**
 * Starts PgBouncer in transaction mode in front of a server.
 * @throws where it is not installed
 */
export async function startPooler({ urls, poolSize }: PoolerOptions): Promise<Pooler> {
  const binary = binaries.find((path) => existsSync(path));
  if (!binary)
    throw new Error('These tests need PgBouncer: install the package pgbouncer (apt-get install pgbouncer).');
  const folder = mkdtempSync(join(tmpdir(), 'tenure-pooler-'));
  const port = await freePort();
  const { hostname, port: databasePort } = new URL(urls[0] ?? '');
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  const logins = urls.map((url) => new URL(url));
  writeFileSync(
    users,
    logins.map(({ username, password }) => `"${username}" "${decodeURIComponent(password)}"\n`).join(''),
  );
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${poolSize}
`,
  );
  // It refuses to run as root, and whom it runs as must be able to read.
  for (const path of [folder, users, settings]) chmodSync(path, path === folder ? 0o755 : 0o644);
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(binary, [settings], nobody);
  const ended = once(child, 'close');
  await isUp(child.stderr, ended);
  return {
    through: (url) => {
      const moved = new URL(url);
      moved.host = `127.0.0.1:${port}`;
      return moved.href;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once it says so. @throws what it said where it ended instead */
function isUp(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('process up')) resolve();
    });
    void ended.then(() => reject(new Error(`PgBouncer ended:\n${said}`)));
  });
}

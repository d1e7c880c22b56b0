import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RedisServer {
  readonly url: string;
  /** Stops answering without closing a connection, until it is told to go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the server, and everything it knows. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Starts redis-server, which keeps nothing on disk.
 * @throws where it is not installed
 */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tenure-redis-'));
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    server = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '']);
    await isUp(server);
  };
  const kill = async (): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const closed = once(server, 'close');
    server.kill('SIGKILL');
    await closed;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    kill,
    start,
    remove: async () => {
      await kill();
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
function isUp(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.on('error', () =>
      reject(new Error('These tests need Redis: install the package redis-server (apt-get install redis-server).')),
    );
    server.on('close', () => reject(new Error(`Redis ended:\n${said}`)));
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The product as a user starts it. */
export interface RunningProduct {
  /** Address of the page, without a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A product with a data folder that a test may look into. */
export interface OwnProduct extends RunningProduct {
  readonly dataFolder: string;
  /** Ends it as a crash does. */
  readonly kill: () => Promise<void>;
  /** Starts it again after that, at the same address. */
  readonly restart: () => Promise<void>;
}

const repository = join(import.meta.dirname, '../..');

/** The product that `TENURE_URL` names, which is left running, or one that is started for the tests. */
export async function startProduct(): Promise<RunningProduct> {
  const running = process.env['TENURE_URL'];
  if (running) return { url: running.replace(/\/$/u, ''), stop: async () => undefined };
  return startOwnProduct();
}

/**
 * Starts the whole product on a data folder of its own and waits until it prints its address.
 * @param settings environment variables that differ from the defaults
 */
export async function startOwnProduct(settings: Readonly<Record<string, string>> = {}): Promise<OwnProduct> {
  // The product builds the client only where there is none: what is tested must not be yesterday's.
  await buildClient();
  const dataFolder = await mkdtemp(join(tmpdir(), 'tenure-browser-'));
  const launch = (port: string) =>
    launchServer({ TENURE_DATA_DIR: dataFolder, PORT: port, LOG_LEVEL: 'error', ...settings });
  // One that was free a moment ago may be somebody's by the time it listens: it takes one itself.
  let server = launch('0');
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const stop = async () => {
    await end('SIGTERM');
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const url = await readAddress(server);
    const restart = async () => {
      server = launch(new URL(url).port);
      await readAddress(server);
    };
    return { url, dataFolder, stop, kill: () => end('SIGKILL'), restart };
  } catch (error) {
    await stop();
    throw error;
  }
}

const launchServer = (settings: Readonly<Record<string, string>>) =>
  spawn(process.execPath, ['src/main.ts'], {
    cwd: repository,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function buildClient(): Promise<void> {
  // The runner's NODE_ENV=test would give a client with the libraries' development code in it.
  const builder = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'error'], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const [code] = await once(builder, 'exit');
  if (code !== 0) throw new Error('The client could not be built.');
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The product prints nowhere.');
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    lines.push(line);
    const address = /https?:\/\/[^\s/]+/u.exec(line)?.[0];
    if (address) {
      // Nobody reads on: without this the pipe would fill up and stop the server.
      stdout.resume();
      return address;
    }
  }
  throw new Error(`The product ended without printing an address:\n${lines.join('\n')}`);
}

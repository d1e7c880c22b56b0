import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './bench-options.ts';
import { spread } from './measure/statistics.ts';
import { keep, print } from './report/report.ts';
import { range } from './report/tables.ts';

const script = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Measures how long a user waits after `npm start`: the first time, when the database and the demo are made, and later. */
export async function benchmarkStart({ scale, say, cleanUp }: BenchOptions): Promise<void> {
  const firstSeconds: number[] = [];
  const laterSeconds: number[] = [];
  for (let round = 1; round <= scale.starts; round += 1) {
    say(`Starting for the first time and again, round ${round} of ${scale.starts} …`);
    const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-start-'));
    cleanUp.defer(() => rmSync(folder, { recursive: true, force: true }));
    firstSeconds.push(await secondsToReady(folder));
    laterSeconds.push(await secondsToReady(folder));
  }
  print([
    '### Seconds until "Tenure is ready"',
    [
      '| | seconds |',
      '| --- | ---: |',
      `| first start: database, migrations, demo | ${range(spread(firstSeconds), 2)} |`,
      `| later starts | ${range(spread(laterSeconds), 2)} |`,
    ].join('\n'),
  ]);
  say(`Every sample: ${keep(`start-${scale.name}`, { firstSeconds, laterSeconds })}`);
}

/** Starts the product on a data folder, stops it, and tells how long it took to be ready. */
async function secondsToReady(folder: string): Promise<number> {
  const environment = { TENURE_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', PATH: '/usr/local/bin:/usr/bin:/bin' };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('Tenure is ready')) continue;
    const seconds = (performance.now() - startedAt) / 1000;
    child.stdout.resume();
    child.kill('SIGTERM');
    await ended;
    return seconds;
  }
  throw new Error('The product does not start.');
}

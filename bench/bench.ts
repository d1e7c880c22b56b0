// npm run bench -- read|import|start|login|timing|matching|surfacing|duplicates|lifecycle [--full] …: see README.md.
import { parseArgs } from 'node:util';
import type { BenchOptions } from './bench-options.ts';
import { benchmarkClient } from './client.ts';
import { benchmarkDuplicates } from './duplicates.ts';
import { benchmarkImport } from './import.ts';
import { benchmarkLifecycle } from './lifecycle.ts';
import { benchmarkLogin } from './login.ts';
import { benchmarkMatching } from './matching.ts';
import { MachineIsLoud } from './measure/loudness.ts';
import { benchmarkRead } from './read.ts';
import { scales, type Scale } from './scales.ts';
import { benchmarkStart } from './start.ts';
import { benchmarkSurfacing } from './surfacing.ts';
import { benchmarkTiming } from './timing.ts';

const commands: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  read: benchmarkRead,
  import: benchmarkImport,
  start: benchmarkStart,
  login: benchmarkLogin,
  timing: benchmarkTiming,
  matching: benchmarkMatching,
  surfacing: benchmarkSurfacing,
  duplicates: benchmarkDuplicates,
  client: benchmarkClient,
  lifecycle: benchmarkLifecycle,
};

const usage =
  'Write: npm run bench -- read|import|start|login|timing|matching|surfacing|duplicates|lifecycle [--full] [--naive] [--loud] [--postings N] [--personas N] [FILE to import]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    tiny: { type: 'boolean', default: false },
    naive: { type: 'boolean', default: false },
    loud: { type: 'boolean', default: false },
    postings: { type: 'string' },
    personas: { type: 'string' },
  },
});
const [name = '', importFile = null] = positionals;
const command = commands[name];
const cleanUp = new AsyncDisposableStack();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp.disposeAsync().finally(() => process.exit(130)));

try {
  if (!command) throw new Error(usage);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { naive, loud, full } = values;
  await command({
    scale: scaleOf(values),
    withNaive: naive || full,
    acceptsLoud: loud,
    importFile,
    surfacing: surfacingSize(values),
    say,
    cleanUp,
  });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await cleanUp.disposeAsync();
}

function scaleOf({ full, tiny }: { readonly full: boolean; readonly tiny: boolean }): Scale {
  if (full) return scales.full;
  return tiny ? scales.tiny : scales.tenth;
}

function surfacingSize({
  postings,
  personas,
}: Readonly<Partial<Record<'postings' | 'personas', string>>>): BenchOptions['surfacing'] {
  return {
    ...(postings === undefined ? {} : { postings: Number(postings) }),
    ...(personas === undefined ? {} : { personas: Number(personas) }),
  };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof MachineIsLoud || error.message === usage ? error.message : (error.stack ?? error.message);
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { StartupError } from '#platform/errors.ts';
import { readArguments, runCommand } from '../../src/server/command.ts';
import type { ProofRun } from './effort.ts';
import { proofPage } from './proof-page.ts';
import type { Part } from './report.ts';

// The whole proof, by itself: as many operations as are asked for, and what it found as a report.

const usage = 'Write: npm run proof, or npm run proof -- --seed NUMBER --minutes NUMBER --operations NUMBER';
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

function readRun(args: readonly string[]): Omit<ProofRun, 'folder'> {
  const options = { seed: { type: 'string' }, minutes: { type: 'string' }, operations: { type: 'string' } } as const;
  const { values } = readArguments(usage, () => parseArgs({ args: [...args], options }));
  return {
    seed: whole(values.seed, 1),
    minutes: whole(values.minutes, 0),
    operations: whole(values.operations, 100_000),
  };
}

function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new StartupError(usage);
  return Number(text);
}

/** @returns whether every part of it holds */
async function prove(run: ProofRun): Promise<boolean> {
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
  const vitest = await startVitest('test', [], { config, watch: false, provide: { proof: run } });
  const failed = vitest.state.getCountOfFailedTests();
  const errors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  // A run ends the process with its own code otherwise.
  process.exitCode = 0;
  return failed === 0 && errors === 0;
}

const readParts = (folder: string): Part[] =>
  readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Part);

const summaryOf = (parts: readonly Part[]): string[] =>
  parts.map(({ name, counts, findings }) => {
    const bad = findings.filter(({ isGood }) => !isGood).length;
    const numbers = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    return `${bad === 0 ? 'holds' : 'BROKEN'}  ${name}: ${numbers.join(', ')}`;
  });

await runCommand(async (args, say) => {
  const { seed, minutes, operations } = readRun(args);
  const folder = mkdtempSync(join(tmpdir(), 'tenure-proof-'));
  try {
    const isProven = await prove({ seed, minutes, operations, folder });
    const parts = readParts(folder);
    const summary = { seed, operations, isProven, parts };
    writeFileSync(join(projectFolder, 'proof-report.json'), `${JSON.stringify(summary, null, 2)}\n`);
    writeFileSync(join(projectFolder, 'proof-report.html'), proofPage(summary));
    for (const line of summaryOf(parts)) say(line);
    say('proof-report.json and proof-report.html have the rest.');
    if (!isProven) throw new StartupError(`The proof does not hold. Again: npm run proof -- --seed ${seed}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

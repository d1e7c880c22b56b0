import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { StartupError } from '#platform/errors.ts';
import { readArguments, runCommand } from '../../src/server/command.ts';
import type { ProofRun } from './effort.ts';
import { againOf, proofPage, type ProofSummary } from './proof-page.ts';
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

/** @returns what of it failed */
async function prove(run: ProofRun): Promise<string[]> {
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
  const vitest = await startVitest('test', [], { config, watch: false, provide: { proof: run } });
  const modules = vitest.state.getTestModules();
  const broken = modules.flatMap((module) =>
    [...module.children.allTests()].flatMap((test) =>
      test.result().state === 'passed' ? [] : [`${module.relativeModuleId}: ${test.fullName}`],
    ),
  );
  const errors = vitest.state.getUnhandledErrors().map(String);
  // What fails before the first test only shows in the code that the process would end with.
  const hasStarted = modules.length > 0 && modules.every(({ children }) => children.size > 0);
  const failed = [
    ...broken,
    ...errors,
    ...(hasStarted && !process.exitCode ? [] : ['The run did not take place as a whole.']),
  ];
  await vitest.close();
  process.exitCode = 0;
  return failed;
}

/** Parts without which nothing is proven, whatever the rest says. */
const due = [
  'canaries',
  'mutants of wall 1',
  'mutants of wall 2',
  'mutants of wall 3',
  'mutants that boot refuses',
  'one wall at a time',
  'routes',
  'subscriptions',
  'through the pool',
  'twin ids',
  'two worlds',
];

/** What failed, as a part of the report like the others. */
const failures = (failed: readonly string[]): Part => ({
  name: 'tests',
  claim: 'Every test of the proof has run and passed, the known attacks and the planted leaks among them.',
  counts: { failed: failed.length },
  findings: failed.map((what) => ({ what, outcome: 'failed', isGood: false })),
});

const readParts = (folder: string): Part[] =>
  readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Part);

const summaryOf = (parts: readonly Part[]): string[] =>
  parts.map(({ name, counts, findings }) => {
    const bad = findings.filter(({ isGood }) => !isGood).length;
    const numbers = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    return `${bad === 0 ? 'holds' : 'BROKEN'}  ${name}: ${numbers.join(', ')}`;
  });

await runCommand(async (args, say) => {
  const run = readRun(args);
  const folder = mkdtempSync(join(tmpdir(), 'tenure-proof-'));
  try {
    const failed = await prove({ ...run, folder });
    const parts = readParts(folder);
    const missing = due
      .filter((name) => !parts.some((part) => part.name === name))
      .map((name) => `${name}: no word of it`);
    const all = [...parts, failures([...failed, ...missing])];
    const isProven = all.every(({ findings }) => findings.every(({ isGood }) => isGood));
    const summary: ProofSummary = { ...run, isProven, parts: all };
    writeFileSync(join(projectFolder, 'proof-report.json'), `${JSON.stringify(summary, null, 2)}\n`);
    writeFileSync(join(projectFolder, 'proof-report.html'), proofPage(summary));
    for (const line of summaryOf(all)) say(line);
    say('proof-report.json and proof-report.html have the rest.');
    if (!isProven) throw new StartupError(`The proof does not hold. Again: ${againOf(run)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

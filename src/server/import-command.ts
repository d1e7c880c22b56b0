import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { StartupError } from '#platform/errors.ts';
import { guardedFetch } from '#platform/guarded-fetch.ts';
import { openOrm } from '#database/orm.ts';
import { importPostings, type ImportSummary } from '#sources/import-postings.ts';
import { importFormats } from '#sources/parse-import.ts';
import { openImportSource } from '#sources/open-import-source.ts';
import { readConfig } from '#config.ts';
import { readArguments, runCommand, type Around, type Command } from './command.ts';
import { entities } from './entities.ts';
import { withDatabase } from './with-database.ts';

const usage =
  'Write: npm run import -- FILE [--as FORMAT] [--board BOARD]   (JSON lines or an answer of a source, plain or .gz)\n' +
  '       npm run import -- SOURCE:BOARD                         (as in greenhouse:acme)\n' +
  '       npm run import -- URL [--as FORMAT]                    (a board, a posting, a page or feed with postings)\n' +
  `Sources and formats: ${importFormats.join(' ')}`;

/** What `npm run import` does. */
export const importCommand: Command = async (args, say, { environment, stderr = process.stderr }) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' }, board: { type: 'string' } },
    }),
  );
  const [given, ...others] = positionals;
  if (given === undefined || others.length > 0) throw new StartupError(usage);
  await withDatabase(readConfig(environment), say, async ({ urls }) => {
    const orm = await openOrm({ url: urls.system, entities, poolSize: 2 });
    try {
      const startedAt = performance.now();
      const progress = progressBar(given, stderr);
      const now = new Date();
      const {
        source,
        records,
        board = null,
      } = await openImportSource(given, {
        ...values,
        now,
        fetch: guardedFetch,
        sleep,
        onBytes: progress.onBytes,
        onIncomplete: (reason, count) => say(`${count} postings not inspected. ${reason}`),
      });
      const summary = await importPostings(orm, records, {
        sourceName: source.label,
        now,
        onProgress: progress.onRecords,
        board,
      }).finally(progress.end);
      report(summary, (performance.now() - startedAt) / 1000, say);
    } finally {
      await orm.close();
    }
  });
};

/** One line that is written over on a terminal; a line now and then elsewhere. */
function progressBar(file: string, stderr: NonNullable<Around['stderr']>) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let bytes = 0;
  return {
    onBytes: (count: number) => {
      bytes += count;
    },
    onRecords: (records: number) => {
      const percent = size > 0 ? Math.min(100, Math.round((100 * bytes) / size)) : 100;
      const line = `${'█'.repeat(Math.round(percent / 4)).padEnd(25, '░')} ${percent} %  ${records} read`;
      stderr.write(stderr.isTTY ? `\r${line}` : `${line}\n`);
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}

function report(
  { read, added, updated, unchanged, merged, reposts, reopened, closed, rejected, repaired }: ImportSummary,
  seconds: number,
  say: (line: string) => void,
): void {
  say(`read       ${read}`);
  say(`new        ${added}`);
  say(`updated    ${updated}`);
  say(`unchanged  ${unchanged}`);
  say(`merged     ${merged}`);
  say(`reposts    ${reposts}`);
  say(`reopened   ${reopened}`);
  say(`closed     ${closed}`);
  say(`rejected   ${rejected.length}`);
  for (const [reason, same] of Map.groupBy(rejected, (each) => each.reason))
    say(
      `  ${same.length} × ${reason} (line ${same
        .slice(0, 5)
        .map((each) => each.line)
        .join(', ')}${same.length > 5 ? ' …' : ''})`,
    );
  for (const [repair, count] of repaired) say(`repaired   ${count} × ${repair}`);
  say(`${Math.round(read / Math.max(seconds, 0.001))} postings a second, ${seconds.toFixed(1)} s`);
}

if (import.meta.main) await runCommand(importCommand);

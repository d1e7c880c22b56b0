import { createReadStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupError } from '#platform/errors.ts';
import { openOrm } from '#database/orm.ts';
import { readPostingTexts } from '#job-pool/read-posting-texts.ts';
import { trainWordVectors } from '#scoring/train-word-vectors.ts';
import { writeWordTable } from '#scoring/word-table.ts';
import { readLines } from '#sources/read-lines.ts';
import { readConfig, type Config } from '#config.ts';
import { readArguments, runCommand, type Command } from './command.ts';
import { entities } from './entities.ts';
import { withDatabase } from './with-database.ts';

const usage = `Write: npm run vectors -- train [FILE…] [--out FILE]
  Learns how words are used, from the lines of text files (plain or .gz) or, without any, from the postings there are,
  and writes word vectors to compare titles by: word-vectors.q8 in the data folder, if no other file is said.`;

/** What `npm run vectors` does. */
export const vectorsCommand: Command = async (args, say, { environment }) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' } } }),
  );
  const [verb, ...files] = positionals;
  if (verb !== 'train') throw new StartupError(usage);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new StartupError(`There is no file ${missing}.`);
  const config = readConfig(environment);
  const out = values.out ?? join(config.dataFolder, 'word-vectors.q8');
  const table = await (files.length > 0 ? trainWordVectors(textsOf(files)) : trainOnPool(config, say));
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, writeWordTable(table));
  say(`${table.words.length} words: ${out}`);
  say(`Start with WORD_VECTORS=${out} to compare by them.`);
};

async function* textsOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) for await (const { text } of readLines(createReadStream(file))) yield text;
}

function trainOnPool(config: Config, say: (line: string) => void): ReturnType<typeof trainWordVectors> {
  return withDatabase(config, say, async ({ urls }) => {
    const orm = await openOrm({ url: urls.system, entities, poolSize: 1 });
    try {
      return await trainWordVectors(readPostingTexts(orm.em.fork()));
    } finally {
      await orm.close();
    }
  });
}

if (import.meta.main) await runCommand(vectorsCommand);

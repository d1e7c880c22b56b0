import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWordTable } from '#scoring/word-table.ts';
import { readWordVectors } from '#scoring/word-vectors.ts';
import { vectorsCommand } from '../../src/server/vectors-command.ts';
import { run, runHere, temporaryFolder, type Program } from '../support/process.ts';

const folder = temporaryFolder();
const programs = temporaryFolder();

/** Stands for fastText, which not every machine has: it takes and writes the same files, a third of the words alike. */
const fastText = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const [verb, ...flags] = process.argv.slice(2);
const flag = (name) => flags[flags.indexOf('-' + name) + 1];
if (verb !== 'skipgram') process.exit(1);
const words = [...new Set(readFileSync(flag('input'), 'utf8').split(/\\s+/).filter(Boolean))];
const numbers = (word) => Array.from({ length: Number(flag('dim')) }, (_, index) => Math.sin(word.length * (index + 1)));
const lines = ['</s>', ...words].map((word) => [word, ...numbers(word)].join(' ') + ' ');
writeFileSync(flag('output') + '.vec', [lines.length + ' ' + flag('dim'), ...lines, ''].join('\\n'));
`;

const path = (name: string): string => join(folder.path, name);

const vectors = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Program =>
  run('src/server/vectors-command.ts', args, {
    TENURE_DATA_DIR: path('data'),
    PATH: [programs.path, process.env.PATH].join(delimiter),
    ...environment,
  });

const manyWords = Array.from({ length: 150 }, (_, index) => `w${'o'.repeat(index % 12)}rd${index}`).join(' ');

beforeAll(() => {
  const program = join(programs.path, 'fasttext');
  writeFileSync(program, fastText);
  chmodSync(program, 0o755);
  writeFileSync(path('texts.txt'), `Rare Nurse\n${`${manyWords} nurse\n`.repeat(3)}`);
  writeFileSync(path('few.txt'), 'Nurse wanted. '.repeat(10));
});

afterAll(() => {
  folder.remove();
  programs.remove();
});

describe('npm run vectors -- train', () => {
  it('learns from text files, plain or packed, and says how to use what it wrote', async () => {
    writeFileSync(path('more.txt.gz'), gzipSync('nurse\nnurse\n'));
    const out = path('made/vectors.q8');
    const program = vectors(['train', path('texts.txt'), path('more.txt.gz'), '--out', out]);
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain(`WORD_VECTORS=${out}`);
    const { words, counts } = readWordTable(readFileSync(out));
    expect(words[0]).toBe('nurse');
    expect(counts[0]).toBe(6);
    const { vectorOf } = readWordVectors(readFileSync(out));
    expect(Math.hypot(...(vectorOf('nurse') ?? []))).toBeCloseTo(1, 4);
  });

  it('learns from the postings there are where no file is named', async () => {
    const data = { TENURE_DATA_DIR: path('pool') };
    const imported = run('src/server/import-command.ts', ['test/fixtures/postings-small.jsonl'], data);
    expect(await imported.ended).toBe(0);
    const program = vectors(['train'], data);
    expect(await program.ended).toBe(0);
    expect(readWordTable(readFileSync(path('pool/word-vectors.q8'))).words).toContain('experience');
  });

  it('says what to install where fastText is missing', async () => {
    const program = vectors(['train', path('texts.txt')], { PATH: path('nothing') });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('apt-get install fasttext');
  });

  it.each([
    [['train', 'few.txt'], 'Only 2 words come up 3 times or more'],
    [['train', 'missing.txt'], 'There is no file'],
    [['use', 'texts.txt'], 'Write: npm run vectors -- train'],
    [['train', '--fast'], 'Write: npm run vectors -- train'],
  ])('refuses %j', async ([verb = '', operand = ''], reason) => {
    const args = [verb, operand.startsWith('--') ? operand : path(operand)];
    const { code, output } = await runHere(vectorsCommand, args, { TENURE_DATA_DIR: path('data') });
    expect(code).toBe(1);
    expect(output).toContain(reason);
  });
});

describe('WORD_VECTORS', () => {
  it('stops a start with a file that has no word vectors', async () => {
    const program = run('src/main.ts', [], { WORD_VECTORS: path('few.txt'), TENURE_DATA_DIR: path('never') });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`WORD_VECTORS: ${path('few.txt')}: These are no word vectors:`);
  });
});

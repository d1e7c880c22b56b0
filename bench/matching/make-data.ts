// Writes the data of occupations, levels and rankings out of the collections they come from:
//   node bench/matching/make-data.ts ONET_FOLDER HELD_OUT.tsv LIFECYCLE_JOBS.jsonl.gz ASHBY_POSTINGS.jsonl.gz
// O*NET's tables as tab-separated text, packed; held-out titles as lines of code and title. Only what is measured with
// is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { baseTitle } from './base-title.ts';

const [onet, heldOut, lifecycle, ashby] = process.argv.slice(2);
if (onet === undefined || heldOut === undefined || lifecycle === undefined || ashby === undefined)
  throw new Error('usage: make-data.ts ONET_FOLDER HELD_OUT.tsv LIFECYCLE_JOBS.jsonl.gz ASHBY_POSTINGS.jsonl.gz');

const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const linesOf = (file: string): string[] =>
  textOf(file)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '');
const table = (name: string): string[][] =>
  linesOf(join(onet, `${name}.tsv.gz`))
    .slice(1)
    .map((line) => line.split('\t'));
const column = (name: string, index: number): ReadonlyMap<string, string[]> =>
  new Map(
    [...Map.groupBy(table(name), ([code = '']) => code)].map(([code, rows]) => [
      code,
      [...new Set(rows.map((row) => row[index] ?? ''))],
    ]),
  );
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(new URL(`data/${name}`, import.meta.url), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));

const alternates = column('alternate_titles', 2);
const reported = column('sample_of_reported_titles', 2);
const related = column('related_occupations', 2);
const technologies = column('technology_skills', 2);
write(
  'occupations.jsonl.gz',
  table('occupation_data').map(([code = '', title, description]) =>
    JSON.stringify({
      code,
      title,
      description,
      alternateTitles: alternates.get(code) ?? [],
      reportedTitles: reported.get(code) ?? [],
      related: related.get(code) ?? [],
      technologies: technologies.get(code) ?? [],
    }),
  ),
);
write('held-out-titles.tsv.gz', linesOf(heldOut));

interface TrackedJob {
  readonly title: string;
  readonly seniority: string;
}
const levelled = linesOf(lifecycle)
  .map((line) => JSON.parse(line) as TrackedJob)
  .filter(({ seniority }) => seniority !== 'unspecified')
  .map(({ title, seniority }) => `${title.trim().replace(/\s+/g, ' ')}\t${seniority}`);
write('levelled-titles.tsv.gz', [...new Set(levelled)]);

interface Posting {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly jobUrl: string;
  readonly descriptionPlain: string | null;
}
const codesByTitle = new Map<string, Set<string>>();
for (const [code, titles] of alternates)
  for (const title of titles) {
    const key = baseTitle(title);
    codesByTitle.set(key, (codesByTitle.get(key) ?? new Set()).add(code));
  }
const ranked = linesOf(ashby)
  .map((line) => JSON.parse(line) as Posting)
  .flatMap(({ id, company, title, jobUrl, descriptionPlain }) => {
    const [code, ...others] = codesByTitle.get(baseTitle(title)) ?? [];
    if (code === undefined || others.length > 0) return [];
    return [JSON.stringify({ id, code, company, title, url: jobUrl, text: descriptionPlain ?? '' })];
  });
write('ranked-postings.jsonl.gz', ranked);
process.stdout.write(`${levelled.length} titles with a level, ${ranked.length} postings of one occupation\n`);

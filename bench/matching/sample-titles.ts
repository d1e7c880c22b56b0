// Draws the titles whose level was labelled by reading:
//   node bench/matching/sample-titles.ts POSTINGS.jsonl.gz
// Which are drawn depends on nothing but the seed and the titles. The labels stand beside them in
// data/seniority-labels.tsv: the level the title itself tells, or nothing where it tells none. Of two levels in a title
// the higher counts. Whoever leads engineers, a team, a site or a shop is LEAD, as are "lead", "staff" and "principal";
// managers of products, accounts or functions tell no level, nor do founding engineers. "Associate", interns, students
// and graduates are ENTRY; "experienced" and "2" MID; directors, heads, vice presidents and officers of a company
// EXECUTIVE.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const seed = 'seniority-1';
const sampleSize = 200;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: sample-titles.ts POSTINGS.jsonl.gz');

const titles = gunzipSync(readFileSync(path))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { readonly title: string }).title.trim().replace(/\s+/g, ' '));
const drawn = [...new Set(titles)]
  .map((title) => ({ title, lot: createHash('sha256').update(`${seed}:${title}`).digest('hex') }))
  .toSorted((a, b) => a.lot.localeCompare(b.lot))
  .slice(0, sampleSize);
process.stdout.write(drawn.map(({ title }) => `${title}\n`).join(''));

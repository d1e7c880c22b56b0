// Draws the postings whose skills were labelled by reading:
//   node bench/matching/sample-postings.ts POSTINGS.jsonl.gz > bench/matching/data/skill-postings.jsonl.gz
// Which are drawn depends on nothing but the seed and their ids: the first fifty are there to tune with, the second fifty
// are held out, and those behind were drawn and labelled later, to tune with as well: first 26, then 140 more of companies
// of which nothing is held out.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const seed = 'tenure-skills-1';
const sampleSize = 126;
const furtherSize = 140;
const heldOut = { from: 50, to: 100 };

interface Collected {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly jobUrl: string;
  readonly descriptionPlain: string | null;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: sample-postings.ts POSTINGS.jsonl.gz > SAMPLE.jsonl.gz');

const lots = gunzipSync(readFileSync(path))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Collected)
  .map((posting) => ({ posting, lot: lotOf(posting.id) }));
const drawn = lots.toSorted((a, b) => a.lot.localeCompare(b.lot));
const heldOutCompanies = new Set(drawn.slice(heldOut.from, heldOut.to).map(({ posting }) => posting.company));
const further = drawn.slice(sampleSize).filter(({ posting }) => !heldOutCompanies.has(posting.company));
const lines = [...drawn.slice(0, sampleSize), ...further.slice(0, furtherSize)].map(
  ({ posting: { id, company, title, jobUrl, descriptionPlain } }, index) =>
    JSON.stringify({
      id,
      half: index >= heldOut.from && index < heldOut.to ? 'held-out' : 'tuning',
      company,
      title,
      url: jobUrl,
      text: descriptionPlain ?? '',
    }),
);
process.stdout.write(gzipSync(`${lines.join('\n')}\n`, { level: 9 }));

function lotOf(id: string): string {
  return createHash('sha256').update(`${seed}:${id}`).digest('hex');
}

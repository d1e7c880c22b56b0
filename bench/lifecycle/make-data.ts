// Makes the data of the replay out of the daily snapshots of boards that tech-salary-radar has collected:
//   node bench/lifecycle/make-data.ts JOBS.jsonl.gz PRESENCE.jsonl.gz
// One line has the days; each other line is a posting: its board, its id there, title, place, when it was published, and
// on which of the days the board showed it, a bit each, the first day the lowest.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const [postingsFile, presenceFile] = process.argv.slice(2);
if (postingsFile === undefined || presenceFile === undefined)
  throw new Error('usage: make-data.ts JOBS.jsonl.gz PRESENCE.jsonl.gz');

interface Collected {
  readonly job_uid: string;
  readonly title: string;
  readonly location_raw: string | null;
  readonly published_at: string;
}

const lines = (file: string): readonly unknown[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const [{ days }, ...presence] = lines(presenceFile) as [
  { days: string[] },
  ...(readonly [string, readonly number[]])[],
];
const shown = new Map(presence);
const cell = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const rows = (lines(postingsFile) as readonly Collected[])
  .map(({ job_uid: uid, title, location_raw: place, published_at: publishedAt }) => {
    const [source = '', board = '', ...id] = uid.split(':');
    const bits = (shown.get(uid) ?? []).reduce((all, day) => all + 2 ** day, 0);
    return [`${source}:${board}`, id.join(':'), cell(title), cell(place), publishedAt.slice(0, 10), bits.toString(36)];
  })
  .map((row) => row.join('\t'))
  .toSorted();
const text = `${days.join('\t')}\n${rows.join('\n')}\n`;
writeFileSync(new URL('data/snapshots.tsv.gz', import.meta.url), gzipSync(text, { level: 9 }));

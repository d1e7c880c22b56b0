// Chooses the postings of the demo out of a collection of Ashby postings, the same ones at every run:
//   node scripts/choose-demo-postings.ts POSTINGS.jsonl[.gz] > demo/postings.jsonl.gz
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { derivePosting } from '../src/job-pool/derive-posting.ts';
import { readAshbyPosting } from '../src/sources/adapters/ashby.ts';

const mostPerCompany = 3;
const longestText = 6_000;
const fewestHardSkills = 4;

/** Trades by words of the title, first hit wins, and how many postings the demo has of each: 400 in all. */
const trades: readonly (readonly [RegExp, number])[] = [
  [/nurse|physician|clinical|therapist|pharmac|bcba|patient|medical/i, 16],
  [/data scien|machine learning|\bml\b|\bai\b|research/i, 48],
  [/\bdata\b|analytics|analyst/i, 46],
  [/product manager|product owner|product lead|head of product/i, 44],
  [/design|\bux\b|creative/i, 22],
  [/backend|back-end|full.?stack|platform|infrastructure|devops|reliability|security|cloud/i, 86],
  [/frontend|front-end|mobile|ios|android|\bweb\b/i, 26],
  [/mechanical|electrical|hardware|manufactur|firmware|embedded|robot/i, 16],
  [/engineer|developer/i, 24],
  [/sales|account executive|account manager|business development|partnership/i, 26],
  [/market|growth|content|brand/i, 18],
  [/customer|support|success/i, 12],
  [/recruit|people|talent|\bhr\b/i, 6],
  [/financ|account|controller|payroll|counsel|legal|compliance/i, 10],
  [/operations|office|assistant|chief|manager/i, 6],
];

const record = z.object({
  company: z.string(),
  id: z.string(),
  title: z.string(),
  department: z.string().nullable(),
  employmentType: z.string(),
  location: z.string(),
  secondaryLocations: z.array(z.object({ location: z.string().nullable() })),
  publishedAt: z.string(),
  isListed: z.boolean(),
  isRemote: z.boolean().nullable(),
  address: z.object({ postalAddress: z.object({ addressCountry: z.string().optional() }) }).nullable(),
  jobUrl: z.string(),
  applyUrl: z.string(),
  descriptionPlain: z.string(),
  compensation: z.object({ summaryComponents: z.array(z.looseObject({ compensationType: z.string() })) }).nullable(),
});
type DemoRecord = z.infer<typeof record>;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: choose-demo-postings.ts POSTINGS');
const bytes = readFileSync(path);
const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const candidates = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => record.parse(JSON.parse(line)))
  .map((posting) => ({ posting, merit: meritOf(posting) }))
  .filter(({ merit }) => merit > 0)
  // Ids are random, so ordering by them within a merit draws evenly, and the same every time.
  .toSorted((a, b) => b.merit - a.merit || (a.posting.id < b.posting.id ? -1 : 1));

const chosen = choose(candidates.map(({ posting }) => posting));
process.stderr.write(`${chosen.length} postings of ${new Set(chosen.map(({ company }) => company)).size} companies\n`);
const lines = chosen.map((posting) => JSON.stringify(withSalaryOnly(posting)));
process.stdout.write(gzipSync(`${lines.join('\n')}\n`, { level: 9 }));

/** How much a posting shows: pay, country, level and years are worth a point each; without skills it is left out. */
function meritOf(posting: DemoRecord): number {
  const read = readAshbyPosting(posting, { board: null, today: '2025-10-01' });
  if (!('posting' in read) || posting.descriptionPlain.length > longestText) return 0;
  const derived = derivePosting(read.posting);
  const required = derived.skills.filter(({ kind, required: isRequired }) => kind === 'HARD' && isRequired);
  if (required.length < fewestHardSkills || derived.isIncomplete) return 0;
  const shown = [derived.salaryMax, derived.country, derived.seniorityLevel, derived.yearsMin, derived.workModel];
  return 1 + shown.filter((value) => value !== null).length;
}

function choose(postings: readonly DemoRecord[]): DemoRecord[] {
  const ofCompany = new Map<string, number>();
  const left = trades.map(([, quota]) => quota);
  return postings.filter(({ company, title }) => {
    const trade = trades.findIndex(([pattern]) => pattern.test(title));
    const taken = ofCompany.get(company) ?? 0;
    if ((left[trade] ?? 0) === 0 || taken === mostPerCompany) return false;
    left[trade] = (left[trade] ?? 0) - 1;
    ofCompany.set(company, taken + 1);
    return true;
  });
}

function withSalaryOnly({ compensation, ...posting }: DemoRecord): DemoRecord {
  const salaries =
    compensation?.summaryComponents.filter(({ compensationType }) => compensationType === 'Salary') ?? [];
  return { ...posting, compensation: salaries.length > 0 ? { summaryComponents: salaries } : null };
}

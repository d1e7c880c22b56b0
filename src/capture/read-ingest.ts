import { derivePosting } from '#job-pool/derive-posting.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { htmlToPlainText } from '#job-pool/sanitize-html.ts';
import { shortestComparable } from '#job-pool/text-ratio.ts';
import { jsonLd } from '#sources/adapters/json-ld.ts';
import { unstated } from '#sources/adapters/posting-fields.ts';
import type { ReadContext } from '#sources/adapters/source-adapter.ts';
import { closedSites } from '#sources/closed-sites.ts';
import { fetchPosting } from '#sources/fetch-posting.ts';
import { FetchRefused } from '#platform/fetch-refused.ts';
import type { FetchedAnswer, GuardedFetch } from '#platform/guarded-fetch.ts';
import type { IngestInput, JobPreview } from './job-ingest.entity.ts';
import { readHead } from './read-pasted-text.ts';
import { readPage } from './read-page.ts';

/** A posting as it was read, or why it could not be, in words for whoever handed it in. */
export type ReadIngest = { readonly preview: JobPreview } | { readonly failure: string };

export interface Reader {
  readonly fetchPage: GuardedFetch;
  readonly now: () => Date;
}

/** For whatever is fetched, boards too: much shorter than a reading is somebody's, and no more than one page may be. */
const limits = { maxBytes: 2_000_000, timeoutMs: 10_000 };

/** What an address gave: what it says for machines, which holds before what was marked there, or what it shows. */
type ReadAddress = { readonly raw: Sketch; readonly isStated: boolean } | { readonly failure: string };

/** Reads what was handed in: the text where there is one, else what its address says, shows or had marked. */
export async function readIngest({ text, url, title, selection }: IngestInput, reader: Reader): Promise<ReadIngest> {
  if (text) return { preview: readText({ text, url, title }) };
  const read: ReadAddress = url === null ? { failure: 'There is nothing to read.' } : await readAddress(url, reader);
  if (selection && !('raw' in read && read.isStated)) return { preview: readText({ text: selection, url, title }) };
  return 'raw' in read ? { preview: previewOf(read.raw) } : read;
}

/** A posting of a public board by the board's own interface, else the page. */
async function readAddress(url: string, { fetchPage, now }: Reader): Promise<ReadAddress> {
  if (closedSites.test(new URL(url).hostname))
    return { failure: 'This site lets no program read its pages: mark the posting there, or paste its text.' };
  const fetch: GuardedFetch = (address, options) => fetchPage(address, { ...options, ...limits });
  const found = await fetchPosting(url, { fetch, now: now() });
  if (found !== null && 'isBoard' in found)
    return {
      failure: 'This is a board of postings, and none has this address: open the one you mean, and hand that in.',
    };
  if (found !== null) return { raw: found.posting, isStated: true };
  const answer = await answerOf(url, fetch);
  if ('failure' in answer) return answer;
  if (answer.status !== 200) return { failure: `The page cannot be read: it answers ${answer.status}.` };
  return readAnswer(answer, now().toISOString().slice(0, 10));
}

const answerOf = async (
  url: string,
  fetchPage: GuardedFetch,
): Promise<FetchedAnswer | { readonly failure: string }> => {
  try {
    return await fetchPage(url, { headers: { accept: 'text/html,application/xhtml+xml' } });
  } catch (error) {
    if (error instanceof FetchRefused) return { failure: error.message };
    throw error;
  }
};

/** What the page says for machines (schema.org), else what it shows. */
function readAnswer(answer: FetchedAnswer, today: string): ReadAddress {
  const page = readPage(answer);
  const stated = page && statedBy(page.html, { board: answer.url, today });
  if (stated) return { raw: stated, isStated: true };
  const text = page && htmlToPlainText(page.contentHtml);
  if (!text || text.length < shortestComparable)
    return { failure: 'The page says too little to be a posting: mark it there, or paste its text.' };
  const head = readHead(text, page.title);
  const raw = { ...unknown, ...head, descriptionHtml: page.contentHtml, sourceUrl: answer.url };
  return { raw, isStated: false };
}

function statedBy(html: string, context: ReadContext): RawPosting | null {
  const read = jsonLd.parse(html, context);
  const all = 'postings' in read ? read.postings.flatMap((each) => ('posting' in each ? [each.posting] : [])) : [];
  // A page of several is a list, and says of none that it is the one.
  return all.length === 1 ? (all[0] ?? null) : null;
}

interface Pasted {
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
}

const readText = ({ text, url, title }: Pasted): JobPreview =>
  previewOf({ ...unknown, ...readHead(text, title), descriptionText: text, sourceUrl: url });

/** As a posting's own fields before they are known to be complete. */
type Sketch = Omit<RawPosting, 'title' | 'companyName'> & ReturnType<typeof readHead>;

const unknown: Omit<Sketch, 'title' | 'companyName'> = { ...unstated, externalId: '' };

/** What would be kept of it. */
function previewOf(sketch: Sketch): JobPreview {
  const { title, companyName } = sketch;
  const derived = derivePosting({ ...sketch, title: title ?? '', companyName: companyName ?? '' });
  return {
    title,
    companyName,
    companyUrl: derived.companyUrl,
    location: derived.location,
    country: derived.country,
    workModel: derived.workModel,
    seniorityLevel: derived.seniorityLevel,
    employmentType: derived.employmentType,
    salaryMin: derived.salaryMin,
    salaryMax: derived.salaryMax,
    salaryCurrency: derived.salaryCurrency,
    descriptionHtml: derived.descriptionHtml,
    descriptionText: derived.descriptionText,
    requirements: derived.requirements,
    cultureText: derived.cultureText,
    skills: [...derived.skills],
    yearsMin: derived.yearsMin,
    yearsMax: derived.yearsMax,
    postedDate: derived.postedDate,
    applicationDeadline: derived.applicationDeadline,
    applyUrl: derived.applyUrl ?? derived.sourceUrl,
    isIncomplete: derived.isIncomplete,
  };
}

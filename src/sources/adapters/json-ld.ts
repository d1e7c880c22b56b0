import { Parser } from 'htmlparser2';
import { addressBoard, hostOfAddress, idOfAddress, idWithin } from './json-feed.ts';
import { identifierOf, jobPostingsIn, readSchemaOrgPosting } from './schema-org.ts';
import { wholeBoard, type ReadPosting, type SourceAdapter } from './source-adapter.ts';

/** Any page whose JSON-LD has a JobPosting of schema.org, by its address. */
export const jsonLd: SourceAdapter = {
  name: 'jsonld',
  label: 'Web page',
  board: { ...addressBoard, example: 'https://careers.acme.example/jobs/7' },
  hosts: hostOfAddress,
  request: (board) => ({ url: board }),
  limits: wholeBoard,
  media: 'html',
  recognises: (answer) => typeof answer === 'string' && scriptsOf(answer).length > 0,
  parse(answer, { board }) {
    const found = (typeof answer === 'string' ? scriptsOf(answer) : []).map(readScript);
    const jobs = found.flatMap((script) => script.jobs);
    const postings = jobs.map((job) => readJob(job, { board, isAlone: jobs.length === 1 }));
    const broken = found.filter(({ isBroken }) => isBroken);
    if (postings.length + broken.length === 0) return { reason: 'answer: has no JobPosting in JSON-LD' };
    return { postings: [...postings, ...broken.map(() => ({ reason: 'application/ld+json: is not JSON' }))] };
  },
  attribution: null,
  offBecause: null,
  // The mapping itself is proved on Teamtailor's feed, the page around it is not.
  provedOn: 'DOCUMENTED',
};

type Job = Readonly<Record<string, unknown>>;

interface PageContext {
  readonly board: string | null;
  readonly isAlone: boolean;
}

// The page that was read is the posting's address and id, whatever it claims; several on it are told apart by theirs.
function readJob(job: Job, { board, isAlone }: PageContext): ReadPosting {
  const own = addressOf(job);
  const page = board ?? own;
  if (page === null) return { reason: 'url: neither it nor the address of the page is known' };
  if (isAlone) return readSchemaOrgPosting(job, around(page, page));
  const id = identifierOf(job) ?? own;
  if (id === null) return { reason: 'identifier: neither it nor a url tells the posting from others of its page' };
  return readSchemaOrgPosting(job, around(idWithin(board, id), isSameSite(own, page) ? own : page));
}

const around = (id: string, sourceUrl: string | null) => ({
  externalId: idOfAddress(id),
  sourceUrl,
  companyName: null,
});

function addressOf({ url }: Job): string | null {
  return typeof url === 'string' && /^https?:/i.test(url) && URL.canParse(url) && url.length <= 1000 ? url : null;
}

function isSameSite(own: string | null, page: string): boolean {
  return own !== null && new URL(own).origin === new URL(page).origin;
}

/** The texts of a page's JSON-LD. */
function scriptsOf(page: string): string[] {
  const scripts: string[] = [];
  let isInside = false;
  const parser = new Parser({
    onopentag: (name, { type }) => {
      isInside = name === 'script' && (type ?? '').trim().toLowerCase().startsWith('application/ld+json');
      if (isInside) scripts.push('');
    },
    ontext: (words) => {
      if (isInside) scripts.push((scripts.pop() ?? '') + words);
    },
    onclosetag: () => {
      isInside = false;
    },
  });
  parser.end(page);
  return scripts.filter((script) => script.includes('JobPosting'));
}

function readScript(script: string): { jobs: readonly Job[]; isBroken: boolean } {
  try {
    return { jobs: jobPostingsIn(JSON.parse(script)), isBroken: false };
  } catch {
    return { jobs: [], isBroken: true };
  }
}

/** Public boards, by the host of their postings. */
const boards: Readonly<Record<string, string>> = {
  'jobs.ashbyhq.com': 'Ashby',
  'boards.greenhouse.io': 'Greenhouse',
  'job-boards.greenhouse.io': 'Greenhouse',
  'jobs.lever.co': 'Lever',
};

/** The public board that a posting's own address names; null for any other, since that could tell where it was found. */
export function publicBoard(sourceUrl: string | null): { label: string; url: string } | null {
  if (sourceUrl === null || !URL.canParse(sourceUrl)) return null;
  const label = boards[new URL(sourceUrl).hostname];
  return label === undefined ? null : { label, url: sourceUrl };
}

import { recogniseBoard } from './recognise-board.ts';

/** Systems that count the postings of each board by themselves. */
const countedByBoard = new Set(['personio', 'teamtailor', 'bamboohr']);

/**
 * The posting of a public board that the first of these addresses leads to which leads to any, the same for each
 * spelling of it: `ashby:…`. An address may be another source's link to the board.
 */
export function boardPostingKey(...urls: readonly (string | null)[]): string | null {
  for (const url of urls) {
    const found = url === null ? null : recogniseBoard(url);
    if (!found?.posting) continue;
    const board = countedByBoard.has(found.source) ? `${found.board}/` : '';
    return `${found.source}:${board}${found.posting}`.toLowerCase().slice(0, 255);
  }
  return null;
}

/** The system that a key's board runs on. */
export const boardSystem = (key: string): string => key.slice(0, key.indexOf(':'));

const applicantTracking = (
  'greenhouse.io lever.co workday.com myworkdayjobs.com icims.com taleo.net ultipro.com smartrecruiters.com jobvite.com ' +
  'applytojob.com ashbyhq.com workable.com recruitee.com personio.de personio.com teamtailor.com bamboohr.com'
).split(' ');
const aggregators = (
  'adzuna.com indeed.com linkedin.com remoteok.com remoteok.io glassdoor.com ziprecruiter.com monster.com ' +
  'careerbuilder.com themuse.com remotive.com arbeitnow.com jobicy.com himalayas.app'
).split(' ');

/** How near an address is to the employer: 2 where it takes applications in, 0 where it only passes them on. */
export function addressRank(url: string | null): number {
  if (url === null || !URL.canParse(url)) return -1;
  const { hostname } = new URL(url);
  const isOf = (domains: readonly string[]): boolean =>
    domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  if (isOf(applicantTracking)) return 2;
  return isOf(aggregators) ? 0 : 1;
}

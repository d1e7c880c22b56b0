import type { PersonaJobFilter, PersonaJobSort, PersonaJobStatus } from '../generated/graphql.ts';

interface MatchStanding {
  readonly status: PersonaJobStatus;
  readonly isFavorite: boolean;
}

/** One tab of the list: what it asks for, and which matches still belong after a change made here. */
interface MatchView {
  readonly label: string;
  readonly filter: PersonaJobFilter;
  readonly holds: (match: MatchStanding) => boolean;
  readonly emptyTitle: string;
  readonly emptyHint: string;
}

export const matchViewNames = ['new', 'favourites', 'applied', 'dismissed'] as const;

export type MatchViewName = (typeof matchViewNames)[number];

export const matchViews: Readonly<Record<MatchViewName, MatchView>> = {
  new: {
    label: 'New',
    filter: { statuses: ['DISCOVERED'] },
    holds: ({ status }) => status === 'DISCOVERED',
    emptyTitle: 'No new matches',
    emptyHint: 'Widen your wishes, lower the fit worth seeing, or come back when new postings have arrived.',
  },
  favourites: {
    label: 'Favourites',
    filter: { favorite: true },
    holds: ({ isFavorite }) => isFavorite,
    emptyTitle: 'No favourites yet',
    emptyHint: 'Mark a posting with the star to find it here again.',
  },
  applied: {
    label: 'Applied',
    filter: { statuses: ['APPLIED'] },
    holds: ({ status }) => status === 'APPLIED',
    emptyTitle: 'Nothing applied for yet',
    emptyHint: 'Open a posting, apply with the employer, and say so here.',
  },
  dismissed: {
    label: 'Dismissed',
    filter: { statuses: ['DISMISSED'] },
    holds: ({ status }) => status === 'DISMISSED',
    emptyTitle: 'Nothing dismissed',
    emptyHint: 'What you dismiss waits here, in case you change your mind.',
  },
};

export const sortLabels: Readonly<Record<PersonaJobSort, string>> = {
  FIT_DESC: 'Best fit',
  STRETCH_DESC: 'Furthest towards my goals',
  DISCOVERED_DESC: 'Latest found',
  POSTED_DESC: 'Latest posted',
  SALARY_DESC: 'Highest pay',
};

/** What the list shows; it lives in the address, so that it survives reloads and can be bookmarked. */
export interface MatchQuery {
  readonly view: MatchViewName;
  readonly search: string;
  readonly sort: PersonaJobSort;
  readonly includeFiltered: boolean;
}

const isViewName = (value: string): value is MatchViewName => value in matchViews;
/** Whether a word names an order of matches. */
export const isSort = (value: string): value is PersonaJobSort => value in sortLabels;

/** Reads the address; anything it does not know is the default. */
export function parseMatchQuery(params: URLSearchParams): MatchQuery {
  const view = params.get('view') ?? '';
  const sort = params.get('sort') ?? '';
  return {
    view: isViewName(view) ? view : 'new',
    search: params.get('search') ?? '',
    sort: isSort(sort) ? sort : 'FIT_DESC',
    includeFiltered: params.has('filtered'),
  };
}

/** Writes the address; defaults are left out. */
export function printMatchQuery({ view, search, sort, includeFiltered }: MatchQuery): URLSearchParams {
  return new URLSearchParams({
    ...(view !== 'new' && { view }),
    ...(search && { search }),
    ...(sort !== 'FIT_DESC' && { sort }),
    ...(includeFiltered && { filtered: '1' }),
  });
}

/** The filter as the API takes it. */
export function toFilter({ view, search, includeFiltered }: MatchQuery): PersonaJobFilter {
  return {
    ...matchViews[view].filter,
    ...(search && { search }),
    ...(includeFiltered && { includeFiltered }),
  };
}

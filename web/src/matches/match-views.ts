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

/** Whether a word names a tab of the list. */
export const isViewName = (value: string): value is MatchViewName => Object.hasOwn(matchViews, value);
/** Whether a word names an order of matches. */
export const isSort = (value: string): value is PersonaJobSort => Object.hasOwn(sortLabels, value);

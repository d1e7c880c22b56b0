import type { PersonaJobFilter, PersonaJobSort, PersonaJobStatus } from '../generated/graphql.ts';
import { words } from '../words/matches.ts';

/** Where a match stands. */
export interface Standing {
  readonly status: PersonaJobStatus;
  readonly isFavorite: boolean;
}

/** One tab of the list: what it asks for, and which matches still belong after a change made here. */
interface MatchView {
  readonly label: string;
  readonly filter: PersonaJobFilter;
  /** What else its column on the board asks for: each match stands in one. */
  readonly columnFilter?: PersonaJobFilter;
  readonly holds: (match: Standing) => boolean;
  readonly emptyTitle: string;
  readonly emptyHint: string;
}

export const matchViewNames = ['new', 'favourites', 'applied', 'dismissed'] as const;

export type MatchViewName = (typeof matchViewNames)[number];

export const matchViews: Readonly<Record<MatchViewName, MatchView>> = {
  new: {
    ...words.views.new,
    filter: { statuses: ['DISCOVERED'] },
    columnFilter: { favorite: false },
    holds: ({ status }) => status === 'DISCOVERED',
  },
  favourites: {
    ...words.views.favourites,
    filter: { favorite: true },
    columnFilter: { statuses: ['DISCOVERED'] },
    holds: ({ isFavorite }) => isFavorite,
  },
  applied: {
    ...words.views.applied,
    filter: { statuses: ['APPLIED'] },
    holds: ({ status }) => status === 'APPLIED',
  },
  dismissed: {
    ...words.views.dismissed,
    filter: { statuses: ['DISMISSED'] },
    holds: ({ status }) => status === 'DISMISSED',
  },
};

export const sortLabels: Readonly<Record<PersonaJobSort, string>> = words.orders;

/** The column of the board that a match stands in. */
export function columnOf({ status, isFavorite }: Standing): MatchViewName {
  if (status === 'DISCOVERED') return isFavorite ? 'favourites' : 'new';
  return status === 'APPLIED' ? 'applied' : 'dismissed';
}

/** Whether a word names a tab of the list. */
export const isViewName = (value: string): value is MatchViewName => Object.hasOwn(matchViews, value);
/** Whether a word names an order of matches. */
export const isSort = (value: string): value is PersonaJobSort => Object.hasOwn(sortLabels, value);

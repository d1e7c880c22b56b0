import type { ApplicationSort, ApplicationStatus } from '../generated/graphql.ts';
import { words } from '../words/applications.ts';
import { isFinal, statuses } from './application-status.ts';

interface ListOfApplications {
  readonly label: string;
  readonly title: string;
  readonly statuses: readonly ApplicationStatus[];
  readonly sort: ApplicationSort;
  readonly emptyTitle: string;
}

export const applicationListNames = ['open', 'ended', 'all'] as const;

export type ApplicationListName = (typeof applicationListNames)[number];

export const applicationLists: Readonly<Record<ApplicationListName, ListOfApplications>> = {
  open: {
    ...words.lists.open,
    statuses: statuses.filter((status) => !isFinal(status)),
    sort: 'STATUS_UPDATED_DESC',
  },
  ended: {
    ...words.lists.ended,
    statuses: statuses.filter(isFinal),
    sort: 'APPLIED_DESC',
  },
  all: {
    ...words.lists.all,
    statuses,
    sort: 'APPLIED_DESC',
  },
};

/** Whether a word names a list. */
export const isListName = (value: string): value is ApplicationListName => Object.hasOwn(applicationLists, value);

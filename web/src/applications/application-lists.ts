import type { ApplicationSort, ApplicationStatus } from '../generated/graphql.ts';
import { isFinal, statuses } from './application-status.ts';

interface ListOfApplications {
  readonly label: string;
  readonly statuses: readonly ApplicationStatus[];
  readonly sort: ApplicationSort;
  readonly emptyTitle: string;
}

export const applicationListNames = ['open', 'ended', 'all'] as const;

export type ApplicationListName = (typeof applicationListNames)[number];

export const applicationLists: Readonly<Record<ApplicationListName, ListOfApplications>> = {
  open: {
    label: 'Open',
    statuses: statuses.filter((status) => !isFinal(status)),
    sort: 'STATUS_UPDATED_DESC',
    emptyTitle: 'No open applications',
  },
  ended: {
    label: 'Ended',
    statuses: statuses.filter(isFinal),
    sort: 'APPLIED_DESC',
    emptyTitle: 'Nothing has ended',
  },
  all: {
    label: 'All',
    statuses,
    sort: 'APPLIED_DESC',
    emptyTitle: 'No applications yet',
  },
};

/** Whether a word names a list. */
export const isListName = (value: string): value is ApplicationListName => Object.hasOwn(applicationLists, value);

import type { FilterQuery } from '@mikro-orm/core';
import { cursorValue, type SortKey } from '#database/keyset.ts';
import { reading } from '#database/reads.ts';
import { isStorableInstant } from '#database/storable.ts';
import { InvalidInput } from '#platform/errors.ts';
import type { ApplicationFilter, ApplicationSort, Resolvers } from '#platform/resolver-types.generated.ts';
import { Application } from './application.entity.ts';
import { changeApplicationStatus } from './change-application-status.ts';
import { createApplication } from './create-application.ts';
import { measureApplications } from './measure-applications.ts';
import { findPriorAttempt } from './prior-attempt.ts';

const orders = {
  STATUS_UPDATED_DESC: [{ path: ['statusUpdatedAt'], direction: 'desc', parse: cursorValue.instant }],
  APPLIED_DESC: [{ path: ['appliedAt'], direction: 'desc', parse: cursorValue.instant }],
} as const satisfies Record<ApplicationSort, readonly SortKey[]>;

function whereOf(personaId: string, { statuses, archived, appliedAfter }: ApplicationFilter): FilterQuery<Application> {
  if (appliedAfter && !isStorableInstant(appliedAfter))
    throw new InvalidInput('filter.appliedAfter', 'This is a time outside the years 1 to 9999.');
  return {
    persona: personaId,
    ...(statuses ? { status: { $in: [...statuses] } } : {}),
    ...(typeof archived === 'boolean' ? { archivedAt: archived ? { $ne: null } : null } : {}),
    ...(appliedAfter ? { appliedAt: { $gte: appliedAfter } } : {}),
  };
}

const ofPersonaJob = { entity: Application, by: 'personaJob' } as const;

export const applicationsResolvers: Resolvers = {
  Query: {
    applications: (_root, { personaId, filter, sort, ...page }, { rows }) =>
      rows.page(Application, { where: whereOf(personaId, filter ?? {}), order: orders[sort], page }),
    application: (_root, { id }, { rows }) => rows.find(Application, id),
    applicationStats: (_root, { personaId }, context) => measureApplications(context, personaId),
  },
  Mutation: {
    createApplication: (_root, { input }, context) => createApplication(context, input),
    changeApplicationStatus: (_root, { id, input }, context) => changeApplicationStatus(context, id, input),
  },
  ApplicationConnection: { totalCount: ({ totalCount }) => totalCount() },
  PersonaJob: {
    application: reading({ inverse: ofPersonaJob }, (personaJob, _args, { rows }) =>
      rows.inverse(personaJob, ofPersonaJob),
    ),
    priorAttempt: reading({ columns: ['posting.previousPostingIds'] }, (personaJob, _args, { rows }) =>
      findPriorAttempt(personaJob, rows),
    ),
  },
};

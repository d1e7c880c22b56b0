import type { FilterQuery } from '@mikro-orm/core';
import type { OperationContext } from '#authorization/operation-context.ts';
import { cursorValue, type Page, type PageArguments, type SortKey } from '#database/keyset.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Application } from './application.entity.ts';
import type { ApplicationStatus } from './application-status.ts';
import { changeApplicationStatus, type ChangeApplicationStatusInput } from './change-application-status.ts';
import { createApplication, type CreateApplicationInput } from './create-application.ts';

type Context = OperationContext;

interface ApplicationFilter {
  readonly statuses?: readonly ApplicationStatus[] | null;
  readonly archived?: boolean | null;
  readonly appliedAfter?: Date | null;
}

interface ApplicationQuery extends PageArguments {
  readonly personaId: string;
  readonly filter?: ApplicationFilter | null;
  readonly sort: keyof typeof orders;
}

const orders = {
  STATUS_UPDATED_DESC: [{ path: ['statusUpdatedAt'], direction: 'desc', parse: cursorValue.instant }],
  APPLIED_DESC: [{ path: ['appliedAt'], direction: 'desc', parse: cursorValue.instant }],
} as const satisfies Record<string, readonly SortKey[]>;

const whereOf = (
  personaId: string,
  { statuses, archived, appliedAfter }: ApplicationFilter,
): FilterQuery<Application> => ({
  persona: personaId,
  ...(statuses ? { status: { $in: [...statuses] } } : {}),
  ...(typeof archived === 'boolean' ? { archivedAt: archived ? { $ne: null } : null } : {}),
  ...(appliedAfter ? { appliedAt: { $gte: appliedAfter } } : {}),
});

export const applicationsResolvers = {
  Query: {
    applications: (_root: unknown, { personaId, filter, sort, ...page }: ApplicationQuery, { rows }: Context) =>
      rows.page(Application, { where: whereOf(personaId, filter ?? {}), order: orders[sort], page }),
    application: (_root: unknown, { id }: { readonly id: string }, { rows }: Context) => rows.find(Application, id),
  },
  Mutation: {
    createApplication: (_root: unknown, { input }: { readonly input: CreateApplicationInput }, context: Context) =>
      createApplication(context, input),
    changeApplicationStatus: (
      _root: unknown,
      { id, input }: { readonly id: string; readonly input: ChangeApplicationStatusInput },
      context: Context,
    ) => changeApplicationStatus(context, id, input),
  },
  ApplicationConnection: { totalCount: ({ totalCount }: Page<Application>) => totalCount() },
  PersonaJob: {
    application: ({ id }: PersonaJob, _args: unknown, { rows }: Context) => rows.findBy(Application, 'personaJob', id),
  },
} as const;

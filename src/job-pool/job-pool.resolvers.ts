import type { OperationContext } from '#authorization/operation-context.ts';
import type { Page } from '#database/keyset.ts';
import { setFavorite, setPersonaJobStatus } from './change-persona-job.ts';
import type { JobPosting } from './job-posting.entity.ts';
import { listPersonaJobs, type PersonaJobQuery } from './persona-job-list.ts';
import type { PersonaJobStatus } from './persona-job-transitions.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { publicBoard } from './public-board.ts';

type Context = OperationContext;

export const jobPoolResolvers = {
  Query: {
    personaJobs: (_root: unknown, args: PersonaJobQuery, context: Context) => listPersonaJobs(context, args),
    personaJob: (_root: unknown, { id }: { readonly id: string }, { rows }: Context) => rows.find(PersonaJob, id),
  },
  Mutation: {
    setPersonaJobStatus: (_root: unknown, { id, status }: { readonly id: string; readonly status: PersonaJobStatus }, context: Context) =>
      setPersonaJobStatus(context, id, status),
    setFavorite: (_root: unknown, { id, favorite }: { readonly id: string; readonly favorite: boolean }, context: Context) =>
      setFavorite(context, id, favorite),
  },
  PersonaJobConnection: { totalCount: ({ totalCount }: Page<PersonaJob>) => totalCount() },
  JobPosting: { attribution: ({ sourceUrl }: JobPosting) => publicBoard(sourceUrl ?? null) },
} as const;

import type { ChangeEvent, OperationContext } from '#authorization/operation-context.ts';
import { planned, reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { bulkDismiss, bulkFavorite } from './change-persona-jobs.ts';
import { setFavorite, setPersonaJobStatus } from './change-persona-job.ts';
import { listPersonaJobs } from './persona-job-list.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { reportJob } from './report-job.ts';
import { isScoreStale } from './score-stale.ts';
import { publicBoard } from './public-board.ts';
import { suggestSkills } from './suggest-skills.ts';
import { changedPersonaJob, watchPersonaJobs } from './watch-persona-jobs.ts';

export const jobPoolResolvers: Resolvers = {
  Query: {
    personaJobs: (_root, args, context) => listPersonaJobs(context, args),
    personaJob: (_root, { id }, { rows }) => rows.find(PersonaJob, id),
    skillSuggestions: (_root, args) => suggestSkills(args),
  },
  Mutation: {
    setPersonaJobStatus: (_root, { id, status }, context) => setPersonaJobStatus(context, id, status),
    reportJob: (_root, args, context) => reportJob(context, args),
    setFavorite: planned((_root, { id, favorite }, context) => setFavorite(context, id, favorite)),
    bulkDismiss: (_root, { ids, dismissed }, context) => bulkDismiss(context, ids, dismissed),
    bulkFavorite: (_root, { ids, favorite }, context) => bulkFavorite(context, ids, favorite),
  },
  Subscription: {
    personaJobsChanged: {
      subscribe: (_root, { personaId }, context) => watchPersonaJobs(context, personaId),
      resolve: (event: ChangeEvent, _args: unknown, context: OperationContext) => changedPersonaJob(event, context),
    },
  },
  PersonaJob: {
    scoreStale: reading(
      { columns: ['scoredAt', 'persona.updatedAt', 'posting.updatedAt'] },
      (personaJob, _args, { rows }) => isScoreStale(personaJob, rows),
    ),
  },
  PersonaJobConnection: { totalCount: ({ totalCount }) => totalCount() },
  JobPosting: {
    attribution: reading({ columns: ['sourceUrl'] }, ({ sourceUrl }) => publicBoard(sourceUrl ?? null)),
  },
};

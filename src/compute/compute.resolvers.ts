import type { OperationContext, SubscriptionEvent } from '#authorization/operation-context.ts';
import { cursorValue } from '#database/keyset.ts';
import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { cancelTask } from './cancel-task.ts';
import { ComputeTask } from './compute-task.entity.ts';
import { queueRescore } from './queue-rescore.ts';
import { changedTask, watchTask } from './watch-task.ts';

const newestFirst = [{ path: ['createdAt'], direction: 'desc', parse: cursorValue.instant }] as const;

export const computeResolvers: Resolvers = {
  Query: {
    computeTasks: (_root, { personaId, filter, ...page }, { rows }) => {
      const where = { persona: personaId, ...(filter?.states ? { state: { $in: [...filter.states] } } : {}) };
      return rows.page(ComputeTask, { where, order: newestFirst, page });
    },
    computeTask: (_root, { id }, { rows }) => rows.find(ComputeTask, id),
  },
  Mutation: {
    rescore: (_root, { personaId }, context) => queueRescore(context, personaId),
    cancelTask: (_root, { id }, context) => cancelTask(context, id),
  },
  Subscription: {
    taskProgress: {
      subscribe: (_root, { id }, context) => watchTask(context, id),
      resolve: (event: SubscriptionEvent, { id }: { id: string }, context: OperationContext) =>
        changedTask(event, id, context),
    },
  },
  ComputeTask: {
    progress: reading({ columns: ['state', 'partsDone', 'partsTotal'] }, ({ state, partsDone, partsTotal }) => {
      if (state === 'SUCCEEDED') return 1;
      return partsTotal === 0 ? 0 : partsDone / partsTotal;
    }),
  },
  ComputeTaskConnection: { totalCount: ({ totalCount }) => totalCount() },
};

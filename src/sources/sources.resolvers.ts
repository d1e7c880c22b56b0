import { cursorValue } from '#database/keyset.ts';
import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import { adapterOf, adapters } from './adapters/adapters.ts';
import { refreshSources } from './refresh-sources.ts';
import { listSourceKeys, setSourceKey } from './set-source-key.ts';
import { SourceRun } from './source-run.entity.ts';
import { createPersonaWithSources, isOnByDefault, setSourcePreference } from './source-preferences.ts';

const newestFirst = [{ path: ['askedAt'], direction: 'desc', parse: cursorValue.instant }] as const;

const named = reading({ columns: ['sourceName'] }, ({ sourceName }: { readonly sourceName: string }) =>
  adapterOf(sourceName),
);

/** @param box what keys of sources are kept by */
export const sourcesResolvers = (box: SecretBox): Resolvers => ({
  Query: {
    jobSources: () => [...adapters],
    sourceKeys: (_root, _args, context) => listSourceKeys(context),
    sourceRuns: (_root, { personaId, ...page }, { rows }) =>
      rows.page(SourceRun, { where: { persona: personaId }, order: newestFirst, page }),
  },
  Mutation: {
    createPersona: (_root, { input }, context) => createPersonaWithSources(context, input),
    setSourcePreference: (_root, args, context) => setSourcePreference(context, args),
    refreshSources: async (_root, { personaId }, context) => [...(await refreshSources(context, personaId))],
    setSourceKey: (_root, args, context) => setSourceKey(context, args, box),
  },
  JobSource: {
    id: ({ name }) => name,
    askedBy: ({ board }) => board.kind,
    needsKey: ({ key }) => key !== undefined,
    keyForm: ({ key }) => key?.form ?? null,
    isOnByDefault,
    attribution: ({ attribution }) => attribution?.text ?? null,
  },
  SourcePreference: { source: named },
  SourceKey: { source: named },
  SourceRun: { source: named },
  SourceRunConnection: { totalCount: ({ totalCount }) => totalCount() },
});

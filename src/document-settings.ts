import { z } from 'zod';

/** Settings of what may be asked of the API, as `config.ts` has the others. */
export const documentSettings = {
  PERSISTED_DOCUMENTS: z
    .enum(['optional', 'only'])
    .default('optional')
    .describe(
      '`only` answers nothing but what the client that comes along asks, by the hashes of its documents: no programs, no playground and no demo then',
    ),
  GRAPHIQL: z
    .enum(['true', 'false'])
    .optional()
    .describe('Playground at /graphql; on unless in production, or PERSISTED_DOCUMENTS is `only`'),
} as const;

export interface DocumentSettings {
  /** Whether documents are refused that are none of the client's. */
  readonly onlyClientDocuments: boolean;
  readonly graphiql: boolean;
}

interface Given {
  readonly PERSISTED_DOCUMENTS: 'optional' | 'only';
  readonly GRAPHIQL?: 'true' | 'false' | undefined;
}

export function readDocumentSettings(
  { PERSISTED_DOCUMENTS, GRAPHIQL }: Given,
  isProduction: boolean,
): DocumentSettings {
  const onlyClientDocuments = PERSISTED_DOCUMENTS === 'only';
  return {
    onlyClientDocuments,
    graphiql: GRAPHIQL === undefined ? !isProduction && !onlyClientDocuments : GRAPHIQL === 'true',
  };
}

/** What is wrong with them together, a line for each. */
export const documentFaults = ({ PERSISTED_DOCUMENTS, GRAPHIQL }: Given): string[] =>
  PERSISTED_DOCUMENTS === 'only' && GRAPHIQL === 'true'
    ? ['GRAPHIQL: nothing that is asked there is answered with PERSISTED_DOCUMENTS=only; leave one of them out']
    : [];

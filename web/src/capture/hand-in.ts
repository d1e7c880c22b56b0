import { useMutation } from '@apollo/client/react';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { IngestJobInput } from '../generated/graphql.ts';
import { keepDraft, readDraft } from '../session/drafts.ts';
import { correctionsOf } from './keep-form.tsx';
import { IngestFields } from './use-ingest.ts';

const HandIn = graphql(`
  mutation HandIn($personaId: ID!, $input: IngestJobInput!) {
    ingestJob(personaId: $personaId, input: $input) {
      ...IngestFields
    }
  }
`);

/** Hands a posting in; what was put right when it was read before is taken along. */
export function useHandIn(onHandedIn: (ingestId: string) => void) {
  const [mutate, { loading, error }] = useMutation(HandIn);

  const handIn = async (personaId: string, input: IngestJobInput, before?: string) => {
    const { data } = await mutate({ variables: { personaId, input } });
    const ingest = unmask(IngestFields, data?.ingestJob);
    if (!ingest) return;
    if (before !== undefined) {
      keepDraft(correctionsOf(ingest.id), readDraft(correctionsOf(before)));
      keepDraft(correctionsOf(before), undefined);
    }
    onHandedIn(ingest.id);
  };
  return {
    // What goes wrong stands in `error`.
    handIn: (...given: Parameters<typeof handIn>) => void handIn(...given).catch(() => undefined),
    loading,
    error,
  };
}

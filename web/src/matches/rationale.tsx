import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { WordingState } from '../generated/graphql.ts';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/match-detail.ts';

const RequestRationale = graphql(`
  mutation RequestRationale($id: ID!) {
    requestRationale(id: $id) {
      id
      rationaleState
      version
    }
  }
`);

interface RationaleProps {
  readonly matchId: string;
  readonly state: WordingState;
  readonly text: string | null;
}

/** The fit in a language model's words, asked for here; nothing where there can be none. */
export function Rationale({ matchId, state, text }: RationaleProps) {
  const [requestRationale, { loading, error }] = useMutation(RequestRationale, { variables: { id: matchId } });
  return (
    <div aria-live="polite">
      {text && (
        <Text size="sm" fs="italic">
          {text}
        </Text>
      )}
      {state === 'REQUESTED' && <Text size="sm">{words.rationale.underWay}</Text>}
      {state === 'AVAILABLE' && (
        <Button variant="default" size="xs" loading={loading} onClick={() => void requestRationale()}>
          {words.rationale.ask}
        </Button>
      )}
      {error && <Failure error={error} />}
    </div>
  );
}

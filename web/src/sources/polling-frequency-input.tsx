import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { PollingFrequency } from '../generated/graphql.ts';
import { words } from '../words/sources.ts';

const SetPollingFrequency = graphql(`
  mutation SetPollingFrequency($personaId: ID!, $pollingFrequency: PollingFrequency!) {
    updatePersona(id: $personaId, input: { pollingFrequency: $pollingFrequency }) {
      id
      pollingFrequency
    }
  }
`);

const frequencyLabels: Readonly<Record<PollingFrequency, string>> = words.frequencies;
const frequencies = Object.keys(frequencyLabels) as PollingFrequency[];

interface PollingFrequencyInputProps {
  readonly personaId: string;
  readonly frequency: PollingFrequency;
}

/** How often sources are asked; a choice holds at once. */
export function PollingFrequencyInput({ personaId, frequency }: PollingFrequencyInputProps) {
  const [setFrequency, { error }] = useMutation(SetPollingFrequency);

  const choose = (value: string) => {
    const pollingFrequency = frequencies.find((each) => each === value) ?? frequency;
    void setFrequency({
      variables: { personaId, pollingFrequency },
      optimisticResponse: { updatePersona: { __typename: 'Persona', id: personaId, pollingFrequency } },
    }).catch(() => undefined);
  };

  return (
    <NativeSelect
      label={words.frequency}
      value={frequency}
      error={error && describeProblem(parseProblem(error))}
      data={frequencies.map((value) => ({ value, label: frequencyLabels[value] }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

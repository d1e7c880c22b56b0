import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { PersonaValues } from './persona-form.tsx';

const MatchCountQuery = graphql(`
  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {
    matchCount(personaId: $personaId, changes: $changes)
  }
`);

/** Without what no match depends on, so that typing a name asks nothing. */
const wishesOf = ({ fullName: _name, email: _email, homeCity: _city, ...wishes }: PersonaValues) => ({
  ...wishes,
  currentRole: wishes.currentRole?.trim() || null,
});

interface MatchCountProps {
  readonly personaId: string;
  readonly values: PersonaValues;
}

/** Says how many postings would match with what stands in the form, once that is changed; nothing where it cannot be asked. */
export function MatchCount({ personaId, values }: MatchCountProps) {
  const [saved] = useState(values);
  const [edited] = useDebouncedValue(values, 500);
  const { data, previousData, error } = useQuery(MatchCountQuery, {
    variables: { personaId, changes: wishesOf(edited) },
    skip: edited === saved,
    // The pool changes, and skills beside the form do.
    fetchPolicy: 'no-cache',
  });
  const count = error ? null : ((data ?? previousData)?.matchCount ?? null);

  return (
    <Text size="sm" aria-live="polite">
      {count === null ? '' : `${count.toLocaleString()} ${count === 1 ? 'posting' : 'postings'} would match.`}
    </Text>
  );
}

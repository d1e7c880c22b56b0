import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { UpdatePersonaInput } from '../generated/graphql.ts';
import { words } from '../words/personas.ts';

const MatchCountQuery = graphql(`
  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {
    matchCount(personaId: $personaId, changes: $changes)
  }
`);

/** What no match depends on, so that typing a name asks nothing. */
const unmatched = [
  'fullName',
  'email',
  'phone',
  'homeCity',
  'linkedinUrl',
  'portfolioUrl',
  'professionalSummary',
  'currentCompany',
] as const;

function wishesOf({ currentRole, ...values }: UpdatePersonaInput): UpdatePersonaInput {
  const wishes = Object.fromEntries(
    Object.entries(values).filter(([name]) => !unmatched.some((each) => each === name)),
  );
  return currentRole === undefined ? wishes : { ...wishes, currentRole: currentRole?.trim() || null };
}

interface MatchCountProps {
  readonly personaId: string;
  /** What stands in the form. */
  readonly values: UpdatePersonaInput;
  /** Whether to say it of the persona as it is, too. */
  readonly isAskedAtOnce?: boolean;
}

/** Says how many postings would match with what stands in the form, once that is changed; nothing where it cannot be asked. */
export function MatchCount({ personaId, values, isAskedAtOnce = false }: MatchCountProps) {
  const [saved] = useState(values);
  const [edited] = useDebouncedValue(values, 500);
  const { data, previousData, error } = useQuery(MatchCountQuery, {
    variables: { personaId, changes: wishesOf(edited) },
    skip: edited === saved && !isAskedAtOnce,
    // The pool changes, and skills beside the form do.
    fetchPolicy: 'no-cache',
  });
  const count = error ? null : ((data ?? previousData)?.matchCount ?? null);

  return (
    <Text size="sm" aria-live="polite">
      {count === null ? '' : words.matchCount(count)}
    </Text>
  );
}

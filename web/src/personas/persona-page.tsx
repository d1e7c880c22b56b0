import type { TypedDocumentNode, WatchQueryFetchPolicy } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { usePersonaId } from './personas.ts';

interface PersonaPageProps<Persona extends object> {
  readonly title: string;
  readonly query: TypedDocumentNode<{ readonly persona: Persona | null }, { id: string }>;
  readonly fetchPolicy?: WatchQueryFetchPolicy;
  readonly children: (given: { readonly personaId: string; readonly persona: Persona }) => ReactNode;
}

/** A page of what a query tells of the persona of the address. */
export function PersonaPage<Persona extends object>(props: PersonaPageProps<Persona>) {
  const { title, query, fetchPolicy = 'cache-first', children } = props;
  const personaId = usePersonaId();
  const { data, error, refetch } = useQuery(query, { variables: { id: personaId }, fetchPolicy });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      {children({ personaId, persona: data.persona })}
    </Stack>
  );
}

import { useQuery } from '@apollo/client/react';
import { Outlet } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { NotFound, Pending } from '../shell/states.tsx';
import { PersonaLabel, Personas, usePersonaId } from './personas.ts';

/** The pages of one persona of this account. */
export function PersonaPages() {
  const personaId = usePersonaId();
  const { data, error, refetch } = useQuery(Personas);
  if (data) {
    const isOwn = unmask(PersonaLabel, data.personas).some(({ id }) => id === personaId);
    // The key gives every persona pages of its own: nothing typed or open for one shows up for the next.
    return isOwn ? <Outlet key={personaId} /> : <NotFound />;
  }
  return <Pending error={error} onRetry={refetch} />;
}

import { useQuery } from '@apollo/client/react';
import { Navigate } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { Pending } from '../shell/states.tsx';
import { PersonaLabel, Personas } from './personas.ts';

/** Leads to the first persona's jobs, or to making a persona. */
export function Home() {
  const { data, error, refetch } = useQuery(Personas);
  if (data) {
    const [first] = unmask(PersonaLabel, data.personas);
    return <Navigate to={first ? `/personas/${first.id}/jobs` : '/personas/new'} replace />;
  }
  return <Pending error={error} onRetry={refetch} />;
}

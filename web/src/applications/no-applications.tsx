import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { Empty } from '../shell/states.tsx';

/** That there are no applications, and how they come. */
export function NoApplications({ title = 'No applications yet' }: { readonly title?: string }) {
  const personaId = usePersonaId();
  return (
    <Empty title={title}>
      <Text>Open a posting, apply with the employer, then choose “I applied”: it will be followed up here.</Text>
      <Button component={Link} to={`/personas/${personaId}/jobs`}>
        See your jobs
      </Button>
    </Empty>
  );
}

import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { Empty } from '../shell/states.tsx';
import { words } from '../words/applications.ts';

/** That there are no applications, and how they come. */
export function NoApplications({ title = words.lists.all.emptyTitle }: { readonly title?: string }) {
  const personaId = usePersonaId();
  return (
    <Empty title={title}>
      <Text>{words.none.hint}</Text>
      <Button component={Link} to={`/personas/${personaId}/jobs`}>
        {words.none.jobs}
      </Button>
    </Empty>
  );
}

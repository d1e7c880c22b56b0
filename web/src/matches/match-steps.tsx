import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import type { Neighbours } from './use-neighbours.ts';

/** Back to the list, and on to the postings beside this one. */
export function MatchSteps({ steps: { search, previous, next } }: { readonly steps: Neighbours }) {
  const jobs = `/personas/${usePersonaId()}/jobs`;
  const state = { list: search, stepped: true };
  return (
    <Group justify="space-between" component="nav" aria-label="Jobs">
      <Anchor component={Link} to={{ pathname: jobs, search }} state={{ returns: true }}>
        ← All jobs
      </Anchor>
      <Group gap="md">
        {previous && (
          <Anchor component={Link} to={`${jobs}/${previous}`} state={state} replace>
            Previous
          </Anchor>
        )}
        {next && (
          <Anchor component={Link} to={`${jobs}/${next}`} state={state} replace>
            Next
          </Anchor>
        )}
      </Group>
    </Group>
  );
}

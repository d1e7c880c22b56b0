import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { words } from '../words/match-detail.ts';
import type { Neighbours } from './use-neighbours.ts';

/** Back to the list, and on to the postings beside this one. */
export function MatchSteps({ steps: { search, previous, next } }: { readonly steps: Neighbours }) {
  const jobs = `/personas/${usePersonaId()}/jobs`;
  const state = { list: search, stepped: true };
  return (
    <Group justify="space-between" component="nav" aria-label={words.steps.label}>
      <Anchor component={Link} to={{ pathname: jobs, search }} state={{ returns: true }}>
        {words.steps.back}
      </Anchor>
      <Group gap="md">
        {previous && (
          <Anchor component={Link} to={`${jobs}/${previous}`} state={state} replace>
            {words.steps.previous}
          </Anchor>
        )}
        {next && (
          <Anchor component={Link} to={`${jobs}/${next}`} state={state} replace>
            {words.steps.next}
          </Anchor>
        )}
      </Group>
    </Group>
  );
}

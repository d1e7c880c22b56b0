import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { words } from '../words/matches.ts';

/** Leads from a notice to the application that was recorded. */
export function ApplicationButton({ applicationId }: { readonly applicationId: string }) {
  const to = `/personas/${usePersonaId()}/applications/${applicationId}`;
  return (
    <Button size="compact-sm" variant="default" component={Link} to={to}>
      {words.notice.application}
    </Button>
  );
}

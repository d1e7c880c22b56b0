import { useQuery } from '@apollo/client/react';
import { Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { Panel } from '../personas/panel.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { words } from '../words/sources.ts';
import { AskSources } from './ask-sources.tsx';
import { PollingFrequencyInput } from './polling-frequency-input.tsx';
import { SourceHistory } from './source-history.tsx';
import { SourceLists } from './source-lists.tsx';
import classes from './sources.module.css';
import { useSourceRuns } from './use-source-runs.ts';

const SourcesPage = graphql(`
  query SourcesPage($id: ID!) {
    persona(id: $id) {
      id
      pollingFrequency
      sourcePreferences {
        ...SourcePreferenceFields
      }
    }
  }
`);

/** Which sources are asked for a persona, how often, by which keys, and what came of it. */
export function EditSources() {
  const id = usePersonaId();
  const { data, error, refetch } = useQuery(SourcesPage, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const runs = useSourceRuns(id);
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  const { pollingFrequency, sourcePreferences } = data.persona;
  return (
    <Stack>
      <PageTitle>{words.page.title}</PageTitle>
      <Panel title={words.page.when} hint={<HowTheyAreAsked personaId={id} />}>
        <div className={classes.asking}>
          <PollingFrequencyInput personaId={id} frequency={pollingFrequency} />
          <AskSources personaId={id} runs={runs.known} />
        </div>
      </Panel>
      <SourceHistory runs={runs} frequency={pollingFrequency} preferences={sourcePreferences} />
      <SourceLists personaId={id} preferences={sourcePreferences} />
    </Stack>
  );
}

function HowTheyAreAsked({ personaId }: { readonly personaId: string }) {
  return words.page.how(
    <Anchor component={Link} to={`/personas/${personaId}/edit/searches`} underline="always" inherit>
      {words.page.searches}
    </Anchor>,
    <Anchor component={Link} to={`/personas/${personaId}/jobs`} underline="always" inherit>
      {words.page.jobs}
    </Anchor>,
  );
}

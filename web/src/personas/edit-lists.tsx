import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { AchievementStoryList } from './achievement-stories.tsx';
import { CertificationList } from './certifications.tsx';
import { EducationList } from './educations.tsx';
import { OwnRuleList } from './own-rules.tsx';
import { usePersonaId } from './personas.ts';
import { VoiceForm } from './voice.tsx';
import { WorkHistoryList } from './work-histories.tsx';

const Background = graphql(`
  query Background($id: ID!) {
    persona(id: $id) {
      id
      ...WorkHistories
      ...Educations
      ...Certifications
      ...AchievementStories
    }
  }
`);

const Rules = graphql(`
  query Rules($id: ID!) {
    persona(id: $id) {
      id
      ...OwnRules
    }
  }
`);

const VoicePage = graphql(`
  query VoicePage($id: ID!) {
    persona(id: $id) {
      id
      ...Voice
    }
  }
`);

/** What somebody has done: jobs, education, certifications and stories of it. */
export function EditBackground() {
  const id = usePersonaId();
  const { data, error, refetch } = useQuery(Background, { variables: { id } });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  const given = { personaId: id, persona: data.persona };
  return (
    <Stack>
      <PageTitle>Background</PageTitle>
      <WorkHistoryList {...given} />
      <EducationList {...given} />
      <CertificationList {...given} />
      <AchievementStoryList {...given} />
    </Stack>
  );
}

/** Rules of one's own. */
export function EditRules() {
  const id = usePersonaId();
  const { data, error, refetch } = useQuery(Rules, { variables: { id } });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  return (
    <Stack>
      <PageTitle>Rules</PageTitle>
      <OwnRuleList personaId={id} persona={data.persona} />
    </Stack>
  );
}

/** How somebody writes. */
export function EditVoice() {
  const id = usePersonaId();
  const { data, error, refetch } = useQuery(VoicePage, { variables: { id } });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  return (
    <Stack>
      <PageTitle>Voice</PageTitle>
      <VoiceForm personaId={id} persona={data.persona} />
    </Stack>
  );
}

import { graphql } from '../generated/gql.ts';
import { words } from '../words/personas.ts';
import { AchievementStoryList } from './achievement-stories.tsx';
import { CertificationList } from './certifications.tsx';
import { EducationList } from './educations.tsx';
import { OwnRuleList } from './own-rules.tsx';
import { PersonaPage } from './persona-page.tsx';
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
export const EditBackground = () => (
  <PersonaPage title={words.pages.background} query={Background}>
    {(given) => (
      <>
        <WorkHistoryList {...given} />
        <EducationList {...given} />
        <CertificationList {...given} />
        <AchievementStoryList {...given} />
      </>
    )}
  </PersonaPage>
);

/** Rules of one's own. */
export const EditRules = () => (
  <PersonaPage title={words.pages.rules} query={Rules}>
    {(given) => <OwnRuleList {...given} />}
  </PersonaPage>
);

/** How somebody writes. */
export const EditVoice = () => (
  <PersonaPage title={words.pages.voice} query={VoicePage}>
    {(given) => <VoiceForm {...given} />}
  </PersonaPage>
);

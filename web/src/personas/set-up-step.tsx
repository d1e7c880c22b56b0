import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import type { PersonaSetUpFragment, SetUpPersonaQuery } from '../generated/graphql.ts';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/personas.ts';
import { AboutFields, aboutNames, PersonaAbout } from './about-fields.tsx';
import { AchievementStoryList } from './achievement-stories.tsx';
import { CertificationList } from './certifications.tsx';
import { EducationList } from './educations.tsx';
import { GrowthFields, growthNames, PersonaGrowth } from './growth-fields.tsx';
import { MatchCount } from './match-count.tsx';
import { OwnRuleList } from './own-rules.tsx';
import { Panel } from './panel.tsx';
import { PersonaForm } from './persona-form.tsx';
import { ReplaceByResume } from './persona-resume.tsx';
import { setUpDraft, setUpPath, stepNames, type StepName } from './persona-set-up.ts';
import { PersonaSkills } from './persona-skills.tsx';
import { Searches } from './searches.tsx';
import { pick } from './use-fields.ts';
import { useGoing, type Going } from './use-going.ts';
import { VoiceForm } from './voice.tsx';
import { PersonaWishes, WishFields, wishNames } from './wish-fields.tsx';
import { WorkHistoryList } from './work-histories.tsx';

interface SetUpStepProps {
  readonly name: StepName;
  readonly personaId: string;
  readonly persona: NonNullable<SetUpPersonaQuery['persona']>;
  readonly setUp: PersonaSetUpFragment;
}

interface StepProps extends SetUpStepProps {
  readonly going: Going;
}

/** What one step asks, and the way on. */
export function SetUpStep(props: SetUpStepProps) {
  const going = useGoing(props.personaId, props.name);
  return steps[props.name]({ ...props, going });
}

const steps: Readonly<Record<StepName, (props: StepProps) => ReactNode>> = {
  resume_upload: (props) => (
    <WithGoOn {...props}>
      <Panel title={words.start.title} hint={words.setUp.resumeHint}>
        <ReplaceByResume personaId={props.personaId} />
      </Panel>
    </WithGoOn>
  ),
  basic_info: (props) => <AboutStep {...props} />,
  work_history: (props) => (
    <WithGoOn {...props}>
      <WorkHistoryList {...props} />
    </WithGoOn>
  ),
  education: (props) => (
    <WithGoOn {...props}>
      <EducationList {...props} />
    </WithGoOn>
  ),
  skills: (props) => (
    <WithGoOn {...props}>
      <PersonaSkills {...props} />
      <StandingCount {...props} />
    </WithGoOn>
  ),
  certifications: (props) => (
    <WithGoOn {...props}>
      <CertificationList {...props} />
    </WithGoOn>
  ),
  achievement_stories: (props) => (
    <WithGoOn {...props}>
      <AchievementStoryList {...props} />
    </WithGoOn>
  ),
  non_negotiables: (props) => <WishStep {...props} />,
  growth_targets: (props) => <GrowthStep {...props} />,
  search_criteria: (props) => (
    <WithGoOn {...props}>
      <Searches {...props} />
    </WithGoOn>
  ),
  voice_profile: (props) => (
    <WithGoOn {...props}>
      <VoiceForm {...props} />
    </WithGoOn>
  ),
  review: (props) => <ReviewStep {...props} />,
};

/** How many postings match the persona as it is; asked again once it has changed. */
function StandingCount({ personaId, setUp }: StepProps) {
  return <MatchCount key={setUp.updatedAt} personaId={personaId} values={{}} isAskedAtOnce />;
}

function AboutStep(props: StepProps) {
  return (
    <PersonaForm
      {...formOf(props)}
      initial={pick(unmask(PersonaAbout, props.persona), aboutNames)}
      onSubmit={props.going.save}
    >
      {(bind) => <AboutFields bind={bind} />}
    </PersonaForm>
  );
}

function WishStep(props: StepProps) {
  const { personaId, persona, going } = props;
  return (
    <>
      <OwnRuleList {...props} />
      <PersonaForm {...formOf(props)} initial={pick(unmask(PersonaWishes, persona), wishNames)} onSubmit={going.save}>
        {(bind, values) => (
          <>
            <WishFields bind={bind} values={values} />
            <MatchCount key={props.setUp.updatedAt} personaId={personaId} values={values} isAskedAtOnce />
          </>
        )}
      </PersonaForm>
    </>
  );
}

function GrowthStep(props: StepProps) {
  return (
    <PersonaForm
      {...formOf(props)}
      initial={pick(unmask(PersonaGrowth, props.persona), growthNames)}
      onSubmit={props.going.save}
    >
      {(bind, values) => (
        <>
          <GrowthFields bind={bind} />
          <MatchCount personaId={props.personaId} values={values} isAskedAtOnce />
        </>
      )}
    </PersonaForm>
  );
}

const formOf = (props: StepProps) => ({
  draft: setUpDraft(props.personaId, props.name),
  submitLabel: words.setUp.save,
  loading: props.going.loading,
  error: props.going.error,
  otherActions: <Back {...props} />,
});

function WithGoOn({ children, ...props }: StepProps & { readonly children: ReactNode }) {
  const { loading, error, save } = props.going;
  return (
    <>
      {children}
      {error ? <Failure error={error} /> : null}
      <Group justify="space-between">
        <Button loading={loading} onClick={() => save({})}>
          {words.setUp.goOn}
        </Button>
        <Back {...props} />
      </Group>
    </>
  );
}

function Back({ personaId, name }: StepProps) {
  const before = stepNames[stepNames.indexOf(name) - 1];
  if (!before) return null;
  return (
    <Button variant="subtle" component={Link} to={setUpPath(personaId, before)}>
      {words.setUp.back}
    </Button>
  );
}

/** What is missing, or the end. */
function ReviewStep(props: StepProps) {
  const { personaId, setUp, going } = props;
  const { missing } = setUp.completeness;
  return (
    <Panel title={missing.length > 0 ? words.setUp.stillNeeded : words.setUp.allThere}>
      {missing.length > 0 ? (
        <Alert color="yellow" title={words.setUp.missing}>
          <List size="sm">
            {missing.map((advice) => (
              <List.Item key={advice}>{advice}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Text>{words.setUp.complete}</Text>
      )}
      <StandingCount {...props} />
      {going.error ? <Failure error={going.error} /> : null}
      <Group justify="space-between">
        {missing.length > 0 ? (
          <Anchor component={Link} to={`/personas/${personaId}/jobs`} underline="always">
            {words.setUp.later}
          </Anchor>
        ) : (
          <Button loading={going.loading} onClick={() => going.save({})}>
            {words.setUp.finish}
          </Button>
        )}
        <Back {...props} />
      </Group>
    </Panel>
  );
}

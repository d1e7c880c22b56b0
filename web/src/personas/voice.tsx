import { useMutation } from '@apollo/client/react';
import { Button, Group, TagsInput, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { VoiceFieldsFragment } from '../generated/graphql.ts';
import { Done } from '../shell/states.tsx';
import { words } from '../words/persona-lists.ts';
import { FieldsForm } from './fields-form.tsx';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick, type Bindings } from './use-fields.ts';

const Voice = graphql(`
  fragment Voice on Persona {
    id
    voiceProfile {
      ...VoiceFields
    }
  }
`);

const VoiceFields = graphql(`
  fragment VoiceFields on VoiceProfile {
    id
    tone
    sentenceStyle
    vocabularyLevel
    personalityMarkers
    samplePhrases
    thingsToAvoid
    writingSampleText
  }
`);

const UpdateVoice = graphql(`
  mutation UpdateVoice($personaId: ID!, $input: UpdateVoiceProfileInput!) {
    updateVoiceProfile(personaId: $personaId, input: $input) {
      ...VoiceFields
    }
  }
`);

const names = [
  'tone',
  'sentenceStyle',
  'vocabularyLevel',
  'personalityMarkers',
  'samplePhrases',
  'thingsToAvoid',
  'writingSampleText',
] as const;
type VoiceValues = Pick<VoiceFieldsFragment, (typeof names)[number]>;

const unsaid: VoiceValues = {
  tone: '',
  sentenceStyle: '',
  vocabularyLevel: '',
  personalityMarkers: null,
  samplePhrases: [],
  thingsToAvoid: [],
  writingSampleText: null,
};

interface VoiceFormProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof Voice>;
}

/** How a persona writes, for drafts in its words. */
export function VoiceForm({ personaId, persona }: VoiceFormProps) {
  const known = unmask(VoiceFields, unmask(Voice, persona).voiceProfile);
  const [updateVoice, { data, loading, error, reset }] = useMutation(UpdateVoice, {
    // The first time, the persona had none that the answer could change.
    update: (cache, { data: said }) => {
      const profile = said?.updateVoiceProfile;
      if (profile)
        cache.writeFragment({
          fragment: Voice,
          fragmentName: 'Voice',
          id: `Persona:${personaId}`,
          data: { __typename: 'Persona', id: personaId, voiceProfile: profile },
        });
    },
  });

  return (
    <Panel title={words.voice.title} hint={words.voice.hint}>
      <FieldsForm
        initial={known ? pick(known, names) : unsaid}
        draft={`voice:${personaId}`}
        error={error}
        onSubmit={(input) => updateVoice({ variables: { personaId, input } })}
        onChange={() => data && reset()}
        actions={
          <Group>
            <Button type="submit" loading={loading}>
              {words.item.save}
            </Button>
            <Done>{data ? words.voice.saved : null}</Done>
          </Group>
        }
      >
        {(bind) => <VoiceInputs bind={bind} />}
      </FieldsForm>
    </Panel>
  );
}

function VoiceInputs({ bind }: { readonly bind: Bindings<VoiceValues> }) {
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          {...bind.text('tone')}
          label={words.voice.tone}
          placeholder={words.voice.toneExample}
          maxLength={500}
        />
        <TextInput
          {...bind.text('sentenceStyle')}
          label={words.voice.style}
          placeholder={words.voice.styleExample}
          maxLength={500}
        />
        <TextInput
          {...bind.text('vocabularyLevel')}
          label={words.voice.choice}
          placeholder={words.voice.choiceExample}
          maxLength={500}
        />
      </div>
      <Textarea {...bind.optional('personalityMarkers')} label={words.voice.markers} autosize maxLength={2000} />
      <TagsInput
        {...bind.tags('samplePhrases')}
        label={words.voice.phrases}
        description={words.voice.phrasesHint}
        splitChars={[]}
      />
      <TagsInput
        {...bind.tags('thingsToAvoid')}
        label={words.voice.avoid}
        description={words.voice.phrasesHint}
        splitChars={[]}
      />
      <Textarea
        {...bind.optional('writingSampleText')}
        label={words.voice.sample}
        description={words.voice.sampleHint}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={50_000}
      />
    </>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, Group, TagsInput, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { VoiceFieldsFragment } from '../generated/graphql.ts';
import { Done } from '../shell/states.tsx';
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
    <Panel title="How you write" hint="Drafts take after it. Everything here may stay empty.">
      <FieldsForm
        initial={known ? pick(known, names) : unsaid}
        draft={`voice:${personaId}`}
        error={error}
        onSubmit={(input) => updateVoice({ variables: { personaId, input } })}
        onChange={() => data && reset()}
        actions={
          <Group>
            <Button type="submit" loading={loading}>
              Save
            </Button>
            <Done>{data ? 'Saved.' : null}</Done>
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
        <TextInput {...bind.text('tone')} label="Tone" placeholder="Warm and plain" maxLength={500} />
        <TextInput {...bind.text('sentenceStyle')} label="Sentences" placeholder="Short, active" maxLength={500} />
        <TextInput
          {...bind.text('vocabularyLevel')}
          label="Choice of words"
          placeholder="Technical where it helps"
          maxLength={500}
        />
      </div>
      <Textarea {...bind.optional('personalityMarkers')} label="What gives you away" autosize maxLength={2000} />
      <TagsInput
        {...bind.tags('samplePhrases')}
        label="Phrases of yours"
        description="Enter ends a phrase."
        splitChars={[]}
      />
      <TagsInput
        {...bind.tags('thingsToAvoid')}
        label="What not to write"
        description="Enter ends a phrase."
        splitChars={[]}
      />
      <Textarea
        {...bind.optional('writingSampleText')}
        label="Something you wrote"
        description="A letter or a post that sounds like you."
        autosize
        minRows={4}
        maxRows={16}
        maxLength={50_000}
      />
    </>
  );
}

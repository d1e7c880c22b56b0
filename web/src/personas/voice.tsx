import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { VoiceFieldsFragment } from '../generated/graphql.ts';
import { Done, Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { TypedBefore } from './typed-before.tsx';
import { pick, useFields } from './use-fields.ts';

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
const unsaid: Pick<VoiceFieldsFragment, (typeof names)[number]> = {
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
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere, discard, forget } = useFields(
    known ? pick(known, names) : unsaid,
    error,
    `voice:${personaId}`,
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // What fails is told by the mutation's own error.
    void updateVoice({ variables: { personaId, input: values } }).then(forget, () => undefined);
  };

  return (
    <Panel title="How you write" hint="Drafts take after it. Everything here may stay empty.">
      <form ref={form} onSubmit={submit} onChange={() => data && reset()}>
        <Stack>
          <TypedBefore onDiscard={discard} />
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
          {elsewhere ? <Failure error={elsewhere} /> : null}
          <Group>
            <Button type="submit" loading={loading}>
              Save
            </Button>
            <Done>{data ? 'Saved.' : null}</Done>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

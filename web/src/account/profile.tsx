import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { useViewer } from '../session/viewer.ts';
import { Done, Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { Section } from './section.tsx';

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ViewerFields
    }
  }
`);

const fields = ['input.name', 'input.imageUrl'] as const;

/** Name and picture. */
export function Profile() {
  const viewer = useViewer();
  const [name, setName] = useState(viewer.name ?? '');
  const [imageUrl, setImageUrl] = useState(viewer.imageUrl ?? '');
  const [updateProfile, { data, loading, error, reset }] = useMutation(UpdateProfile);
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, fields);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void updateProfile({ variables: { input: { name: name.trim() || null, imageUrl: imageUrl.trim() || null } } });
  };

  return (
    <Section title={words.profile.title}>
      <form ref={form} className={classes.form} onSubmit={submit} onChange={() => data && reset()}>
        <Stack>
          <Refused>{refusal}</Refused>
          <TextInput
            label={words.profile.name}
            autoComplete="name"
            value={name}
            error={at('input.name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={words.profile.picture}
            description={words.profile.pictureHint}
            type="url"
            inputMode="url"
            autoComplete="photo"
            value={imageUrl}
            error={at('input.imageUrl')}
            onChange={(event) => setImageUrl(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={loading}>
              {words.profile.save}
            </Button>
            <Done>{data ? words.profile.saved : null}</Done>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

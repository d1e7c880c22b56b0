import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirmed } from '../account/confirmed.tsx';
import { StepForm } from '../account/step-form.tsx';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { formatDay } from '../language/format-date.ts';
import { PasswordField } from '../session/password-field.tsx';
import { Pending, Refused } from '../shell/states.tsx';
import { words } from '../words/sources.ts';
import classes from './sources.module.css';

const SourceKeys = graphql(`
  query SourceKeys {
    sourceKeys {
      id
      createdAt
      source {
        id
      }
    }
  }
`);

const SetSourceKey = graphql(`
  mutation SetSourceKey($sourceId: ID!, $key: String) {
    setSourceKey(sourceId: $sourceId, key: $key) {
      id
    }
  }
`);

interface KeyedSource {
  readonly id: string;
  readonly label: string;
  readonly keyForm: string;
}

interface SourceKeyControlProps {
  readonly source: KeyedSource;
  /** Whether the source is asked for the persona at hand; keys are for all of them. */
  readonly isAsked: boolean;
}

/** Whether a source has the account's key, and the ways to give, replace and remove it. */
export function SourceKeyControl({ source, isAsked }: SourceKeyControlProps) {
  const { data, error, refetch } = useQuery(SourceKeys);
  const [isGiving, setIsGiving] = useState(false);
  if (!data) return <Pending error={error} onRetry={refetch} />;
  const key = data.sourceKeys.find((each) => each.source?.id === source.id);
  if (isGiving) return <KeyForm source={source} onEnd={() => setIsGiving(false)} />;
  return (
    <div className={classes.below}>
      <Text size="sm" role="status">
        {describeKey(key?.createdAt, isAsked)}
      </Text>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => setIsGiving(true)}>
          {key ? words.key.replace : words.key.give}
          <span className="visually-hidden">{words.key.ofSource(source.label)}</span>
        </Button>
        {key && (
          <Confirmed
            label={words.key.remove}
            fullLabel={words.key.removeOf(source.label)}
            size="xs"
            question={words.key.removeQuestion(source.label)}
            mutation={SetSourceKey}
            variables={{ sourceId: source.id, key: null }}
            changes={SourceKeys}
          >
            {words.key.removeText}
          </Confirmed>
        )}
      </Group>
    </div>
  );
}

function describeKey(givenAt: string | undefined, isAsked: boolean): string {
  if (!givenAt) return isAsked ? words.key.awaited : words.key.missing;
  return words.key.set(formatDay(givenAt), isAsked);
}

function KeyForm({ source, onEnd }: { readonly source: KeyedSource; readonly onEnd: () => void }) {
  const [key, setKey] = useState('');
  // Kept out of the cache: the question holds the key.
  const [setSourceKey, { loading, error }] = useMutation(SetSourceKey, {
    fetchPolicy: 'no-cache',
    refetchQueries: [SourceKeys],
    awaitRefetchQueries: true,
    onCompleted: onEnd,
  });
  const { at, form: refusal } = locateRefusal(error, ['key']);
  return (
    <StepForm
      title={words.key.title(source.label)}
      submitLabel={words.key.save}
      {...{ loading, error }}
      onSubmit={() => void setSourceKey({ variables: { sourceId: source.id, key } }).catch(() => undefined)}
      onCancel={onEnd}
    >
      <Refused>{refusal}</Refused>
      <PasswordField
        label={words.key.label}
        description={words.key.form(source.keyForm)}
        autoComplete="off"
        value={key}
        error={at('key')}
        onChange={setKey}
      />
    </StepForm>
  );
}

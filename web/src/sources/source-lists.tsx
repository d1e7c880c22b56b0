import { useMutation } from '@apollo/client/react';
import { Switch, Text } from '@mantine/core';
import { useId } from 'react';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { SourcePreferenceFieldsFragment } from '../generated/graphql.ts';
import { Panel } from '../personas/panel.tsx';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/sources.ts';
import { SourceKeyControl } from './source-key-control.tsx';
import classes from './sources.module.css';

export const SourcePreferenceFields = graphql(`
  fragment SourcePreferenceFields on SourcePreference {
    id
    enabled
    source {
      id
      label
      needsKey
      keyForm
      isOnByDefault
      offBecause
      attribution
    }
  }
`);

const SetSourcePreference = graphql(`
  mutation SetSourcePreference($personaId: ID!, $sourceId: ID!, $enabled: Boolean!) {
    setSourcePreference(personaId: $personaId, sourceId: $sourceId, enabled: $enabled) {
      id
      enabled
    }
  }
`);

type Preference = SourcePreferenceFieldsFragment & {
  readonly source: NonNullable<SourcePreferenceFieldsFragment['source']>;
};

/** The sources that there still are, with whether each is asked. */
export const listPreferences = (
  preferences: readonly FragmentType<typeof SourcePreferenceFields>[],
): readonly Preference[] =>
  unmask(SourcePreferenceFields, preferences).flatMap(({ source, ...rest }) => (source ? [{ ...rest, source }] : []));

interface SourceListsProps {
  readonly personaId: string;
  readonly preferences: readonly FragmentType<typeof SourcePreferenceFields>[];
}

/** All sources, by what has to be known before one is turned on. None changes its place when it is. */
export function SourceLists({ personaId, preferences }: SourceListsProps) {
  const all = listPreferences(preferences);
  const usual = all.filter(({ source }) => source.isOnByDefault);
  const keyed = all.filter(({ source }) => source.needsKey);
  const others = all.filter(({ source }) => !source.isOnByDefault && !source.needsKey);
  return (
    <>
      <Panel title={words.lists.usual} hint={words.lists.usualHint}>
        <ByReason {...{ personaId }} preferences={usual} />
      </Panel>
      <Panel title={words.lists.others}>
        <ByReason {...{ personaId }} preferences={others} />
      </Panel>
      <Panel title={words.lists.keyed} hint={words.lists.keyedHint}>
        <ByReason {...{ personaId }} preferences={keyed} />
      </Panel>
    </>
  );
}

interface ByReasonProps {
  readonly personaId: string;
  readonly preferences: readonly Preference[];
}

/** Says once for all of them why sources are off. */
function ByReason({ personaId, preferences }: ByReasonProps) {
  const reasons = [...new Set(preferences.map(({ source }) => source.offBecause))];
  return reasons.map((reason) => (
    <div key={reason}>
      {reason && (
        <Text size="sm" mb="xs">
          {reason}
        </Text>
      )}
      <ul className={classes.grid}>
        {preferences
          .filter(({ source }) => source.offBecause === reason)
          .map((preference) => (
            <SourceItem key={preference.id} personaId={personaId} preference={preference} />
          ))}
      </ul>
    </div>
  ));
}

interface SourceItemProps {
  readonly personaId: string;
  readonly preference: Preference;
}

function SourceItem({ personaId, preference: { id, enabled, source } }: SourceItemProps) {
  const namedId = useId();
  const [prefer, { error }] = useMutation(SetSourcePreference);

  const turn = (isOn: boolean) =>
    void prefer({
      variables: { personaId, sourceId: source.id, enabled: isOn },
      optimisticResponse: { setSourcePreference: { __typename: 'SourcePreference', id, enabled: isOn } },
    }).catch(() => undefined);

  return (
    <li className={classes.source}>
      <Switch
        label={source.label}
        aria-describedby={source.attribution ? namedId : undefined}
        checked={enabled}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      {source.attribution && (
        <Text id={namedId} size="xs" c="dimmed" className={classes.named ?? ''}>
          {words.lists.named(source.attribution)}
        </Text>
      )}
      <Refused>{error && describeProblem(parseProblem(error))}</Refused>
      {source.keyForm && <SourceKeyControl source={{ ...source, keyForm: source.keyForm }} isAsked={enabled} />}
    </li>
  );
}

import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { SearchProfileFieldsFragment } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Empty, Failure } from '../shell/states.tsx';
import { words } from '../words/persona-lists.ts';
import { Panel } from './panel.tsx';
import { SearchList } from './search-list.tsx';
import { keepSearchProfile, PersonaSearches, SearchesPage, SearchProfileFields } from './search-profile.ts';

const GenerateSearchProfile = graphql(`
  mutation GenerateSearchProfile($personaId: ID!) {
    generateSearchProfile(personaId: $personaId) {
      ...SearchProfileFields
    }
  }
`);

const ApproveSearchProfile = graphql(`
  mutation ApproveSearchProfile($personaId: ID!) {
    approveSearchProfile(personaId: $personaId) {
      ...SearchProfileFields
    }
  }
`);

const RequestSearchWording = graphql(`
  mutation RequestSearchWording($personaId: ID!) {
    requestSearchWording(personaId: $personaId) {
      ...SearchProfileFields
    }
  }
`);

const pollMs = 2_000;

interface SearchesProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof PersonaSearches>;
}

/** What sources are asked for a persona: derived, then edited and approved by its owner. */
export function Searches({ personaId, persona }: SearchesProps) {
  const profile = unmask(SearchProfileFields, unmask(PersonaSearches, persona).searchProfile);
  const [generate, { loading, error }] = useMutation(GenerateSearchProfile, {
    variables: { personaId },
    update: (cache, { data }) => data && keepSearchProfile(cache, personaId, data.generateSearchProfile),
  });
  // What fails is told by the mutation's own error.
  const start = () => void generate().catch(() => undefined);

  if (!profile) {
    return (
      <Empty title={words.searches.noneYet}>
        <Text>{words.searches.noneYetText}</Text>
        {error ? <Failure error={error} /> : null}
        <Button loading={loading} onClick={start}>
          {words.searches.derive}
        </Button>
      </Empty>
    );
  }
  return (
    <Stack>
      <Standing personaId={personaId} profile={profile} isDeriving={loading} onDerive={start} />
      {error ? <Failure error={error} /> : null}
      <SearchList
        personaId={personaId}
        list="fitSearches"
        searches={profile.fitSearches}
        title={words.searches.fit}
        hint={words.searches.fitHint}
      />
      <SearchList
        personaId={personaId}
        list="stretchSearches"
        searches={profile.stretchSearches}
        title={words.searches.stretch}
        hint={words.searches.stretchHint}
      />
    </Stack>
  );
}

interface StandingProps {
  readonly personaId: string;
  readonly profile: SearchProfileFieldsFragment;
  readonly isDeriving: boolean;
  readonly onDerive: () => void;
}

/** How the searches stand, and what can be done with all of them. */
function Standing({ personaId, profile, isDeriving, onDerive }: StandingProps) {
  const { isStale, approvedAt } = profile;
  const [approve, { loading, error }] = useMutation(ApproveSearchProfile, { variables: { personaId } });

  return (
    <Panel title={approvedAt ? words.searches.approved : words.searches.unapproved}>
      {isStale && (
        <Alert color="yellow" title={words.searches.stale}>
          {words.searches.staleText}
        </Alert>
      )}
      <Text size="sm" role="status">
        {describeStanding(profile)}
      </Text>
      {error ? <Failure error={error} /> : null}
      <Group>
        {!approvedAt && (
          <Button
            // What is out of date is better derived anew before it is approved.
            variant={isStale ? 'default' : 'filled'}
            loading={loading}
            onClick={() => void approve().catch(() => undefined)}
          >
            {words.searches.approve}
          </Button>
        )}
        <DeriveAnew isAdvised={isStale} isDeriving={isDeriving} onDerive={onDerive} />
        {profile.wordingState === 'REQUESTED' && <AwaitNames personaId={personaId} />}
        <FindNames personaId={personaId} profile={profile} />
      </Group>
    </Panel>
  );
}

/** Looks whether names that are being written are there. */
function AwaitNames({ personaId }: { readonly personaId: string }) {
  useQuery(SearchesPage, { variables: { id: personaId }, pollInterval: pollMs });
  return null;
}

function describeStanding({ generatedAt, approvedAt, wordingState }: SearchProfileFieldsFragment): string {
  const approval = approvedAt ? words.searches.approvedAt(formatMoment(approvedAt)) : words.searches.lookThrough;
  const names = wordingState === 'REQUESTED' ? words.searches.beingNamed : '';
  return words.searches.derived(formatMoment(generatedAt), approval, names);
}

interface DeriveAnewProps {
  readonly isAdvised: boolean;
  readonly isDeriving: boolean;
  readonly onDerive: () => void;
}

function DeriveAnew({ isAdvised, isDeriving, onDerive }: DeriveAnewProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant={isAdvised ? 'filled' : 'default'} loading={isDeriving} onClick={() => setIsAsking(true)}>
        {words.searches.deriveAnew}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.searches.deriveTitle}
        confirmLabel={words.searches.deriveAnew}
        loading={false}
        onConfirm={() => {
          setIsAsking(false);
          onDerive();
        }}
        onCancel={() => setIsAsking(false)}
      >
        {words.searches.deriveText}
      </ConfirmDialog>
    </>
  );
}

/** Has a language model name the searches; nothing where there is none. */
function FindNames({ personaId, profile }: Pick<StandingProps, 'personaId' | 'profile'>) {
  const [request, { loading, error }] = useMutation(RequestSearchWording, { variables: { personaId } });
  if (profile.wordingState !== 'AVAILABLE') return null;
  return (
    <>
      <Button variant="default" loading={loading} onClick={() => void request().catch(() => undefined)}>
        {words.searches.findNames}
      </Button>
      {error ? <Failure error={error} /> : null}
    </>
  );
}

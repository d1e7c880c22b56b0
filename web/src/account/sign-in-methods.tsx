import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { MySignInMethodsQuery, SignInMethodKind } from '../generated/graphql.ts';
import { formatDay } from '../language/format-date.ts';
import { knowsPasskeys } from '../session/passkeys.ts';
import { Done, Pending } from '../shell/states.tsx';
import { useOutcomeFocus } from '../shell/use-outcome-focus.ts';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { AddPasskey } from './add-passkey.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { Confirmed } from './confirmed.tsx';
import { FirstBackupCodes } from './first-backup-codes.tsx';
import { LinkProviders } from './link-providers.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';
import { Section } from './section.tsx';
import secondFactor from './second-factor.module.css';

const RemovePasskey = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id)
  }
`);

const UnlinkProvider = graphql(`
  mutation UnlinkProvider($id: ID!) {
    unlinkProvider(id: $id)
  }
`);

const kinds: Readonly<Record<SignInMethodKind, string>> = words.methods.kinds;

/** What the section shows: the list, with what came of the last step, or a step of adding a passkey. */
type Stage =
  | { readonly kind: 'list'; readonly outcome?: string }
  | { readonly kind: 'adding'; readonly isFirstFactor: boolean }
  | { readonly kind: 'offer' }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

const added = { kind: 'list', outcome: words.methods.added } as const;

/** The ways into the account. */
export function SignInMethods() {
  const [stage, setStage] = useState<Stage>({ kind: 'list' });
  return (
    <Section title={words.methods.title}>
      {stage.kind === 'list' && (
        <List
          outcome={stage.outcome}
          onOutcome={(outcome) => setStage({ kind: 'list', outcome })}
          onAdd={(isFirstFactor) => setStage({ kind: 'adding', isFirstFactor })}
        />
      )}
      {stage.kind === 'adding' && (
        <AddPasskey
          isFirstFactor={stage.isFirstFactor}
          onAdded={() => setStage(stage.isFirstFactor ? { kind: 'offer' } : added)}
          onCancel={() => setStage({ kind: 'list', outcome: words.unchanged })}
        />
      )}
      {stage.kind === 'offer' && (
        <FirstBackupCodes onCodes={(codes) => setStage({ kind: 'codes', codes })} onLater={() => setStage(added)} />
      )}
      {stage.kind === 'codes' && <BackupCodes codes={stage.codes} onKept={() => setStage(added)} />}
    </Section>
  );
}

interface ListProps {
  readonly outcome: string | undefined;
  readonly onOutcome: (outcome: string) => void;
  readonly onAdd: (isFirstFactor: boolean) => void;
}

function List({ outcome, onOutcome, onAdd }: ListProps) {
  // A step may have changed them while nothing here was watching.
  const { data, error, refetch } = useQuery(MySignInMethods, { fetchPolicy: 'cache-and-network' });
  const list = useOutcomeFocus(outcome);

  if (!data) return <Pending error={error} onRetry={refetch} />;
  const methods = data.mySignInMethods;
  return (
    <Stack ref={list} tabIndex={-1} className={secondFactor.overview}>
      <Done>{outcome}</Done>
      {methods.every(({ kind }) => kind === 'MAGIC_LINK') && <Text>{words.methods.none}</Text>}
      {methods.length > 0 && (
        <ul className={classes.list} aria-label={words.methods.title}>
          {methods.map((method) => (
            <Method key={method.id} method={method} onOutcome={onOutcome} />
          ))}
        </ul>
      )}
      <Group>
        {knowsPasskeys() && (
          <Button variant="default" onClick={() => onAdd(data.me?.backupCodesLeft === null)}>
            {words.methods.add}
          </Button>
        )}
        <LinkProviders methods={methods} />
      </Group>
    </Stack>
  );
}

interface MethodProps extends Pick<ListProps, 'onOutcome'> {
  readonly method: MySignInMethodsQuery['mySignInMethods'][number];
}

function Method({ method: { id, kind, label, addedAt, lastUsedAt }, onOutcome }: MethodProps) {
  const name = [kinds[kind], label].filter(Boolean).join(': ');
  const provider = label ?? name;
  return (
    <li className={classes.row}>
      <div>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {words.since(formatDay(addedAt), lastUsedAt && formatDay(lastUsedAt))}
        </Text>
      </div>
      {kind === 'PASSKEY' && (
        <Confirmed
          label={words.methods.remove}
          fullLabel={words.methods.removeOf(name)}
          size="xs"
          question={words.methods.removeQuestion}
          mutation={RemovePasskey}
          variables={{ id }}
          onCompleted={() => onOutcome(words.methods.removed(name))}
        >
          {words.methods.removeText}
        </Confirmed>
      )}
      {kind === 'OAUTH' && (
        <Confirmed
          label={words.methods.unlink}
          fullLabel={words.methods.unlinkOf(name)}
          size="xs"
          question={words.methods.unlinkQuestion(provider)}
          mutation={UnlinkProvider}
          variables={{ id }}
          onCompleted={() => onOutcome(words.methods.unlinked(provider))}
        >
          {words.methods.unlinkText(provider)}
        </Confirmed>
      )}
    </li>
  );
}

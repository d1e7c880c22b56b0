import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import { formatDay } from '../language/format-date.ts';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { CodesLeft, NewCodes } from './backup-code-stock.tsx';
import { Confirmed } from './confirmed.tsx';

const TurnOff = graphql(`
  mutation DisableTotp {
    disableTotp
  }
`);

interface AppInUseProps {
  readonly app: { readonly addedAt: string; readonly lastUsedAt: string | null };
  readonly codesLeft: number;
  /** Whether a passkey stays the second step without the app. */
  readonly hasPasskey: boolean;
  /** The way to another app. */
  readonly children: ReactNode;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onOutcome: (outcome: string) => void;
}

/** How the second step stands, and what can be done about it. */
export function AppInUse({ app, codesLeft, hasPasskey, children, onCodes, onOutcome }: AppInUseProps) {
  return (
    <>
      <div>
        <Text fw={500}>
          {words.app.name} <span className={classes.good}>{words.app.on}</span>
        </Text>
        <Text size="sm" c="dimmed">
          {words.since(formatDay(app.addedAt), app.lastUsedAt && formatDay(app.lastUsedAt))}
        </Text>
      </div>
      <CodesLeft count={codesLeft} />
      <Group>
        {children}
        <NewCodes onCodes={onCodes} />
        <Confirmed
          label={words.app.off}
          question={hasPasskey ? words.app.offQuestion : words.app.offQuestionAlone}
          mutation={TurnOff}
          variables={{}}
          onCompleted={() => onOutcome(hasPasskey ? words.app.offDone : words.app.offDoneAlone)}
        >
          {hasPasskey ? words.app.offText : words.app.offTextAlone}
        </Confirmed>
      </Group>
    </>
  );
}

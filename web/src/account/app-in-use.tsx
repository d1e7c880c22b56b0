import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import { formatDay } from '../matches/describe-posting.ts';
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
          Authenticator app <span className={classes.good}>✓ on</span>
        </Text>
        <Text size="sm" c="dimmed">
          Since {formatDay(app.addedAt)}
          {app.lastUsedAt && `, last used ${formatDay(app.lastUsedAt)}`}
        </Text>
      </div>
      <CodesLeft count={codesLeft} />
      <Group>
        {children}
        <NewCodes onCodes={onCodes} />
        <Confirmed
          label="Turn off"
          question={hasPasskey ? 'Turn the app off?' : 'Turn two-step sign-in off?'}
          mutation={TurnOff}
          variables={{}}
          onCompleted={() => onOutcome(hasPasskey ? 'The app is off.' : 'Two-step sign-in is off.')}
        >
          {hasPasskey
            ? 'Behind your password, a passkey or a backup code is asked for then.'
            : 'Whoever knows your password can sign in then. Your backup codes stop working.'}
        </Confirmed>
      </Group>
    </>
  );
}

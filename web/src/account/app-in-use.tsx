import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import { formatDay } from '../matches/describe-posting.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import classes from './account.module.css';
import { MySignInMethods } from './sign-in-methods.tsx';

const MakeCodes = graphql(`
  mutation RegenerateBackupCodes {
    regenerateBackupCodes {
      codes
    }
  }
`);

const TurnOff = graphql(`
  mutation DisableTotp {
    disableTotp
  }
`);

/** From here on they run out soon. */
const fewCodes = 2;

interface AppInUseProps {
  readonly app: { readonly addedAt: string; readonly lastUsedAt: string | null };
  readonly codesLeft: number;
  /** The way to another app. */
  readonly children: ReactNode;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onOutcome: (outcome: string) => void;
}

/** How the second step stands, and what can be done about it. */
export function AppInUse({ app, codesLeft, children, onCodes, onOutcome }: AppInUseProps) {
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
        <Confirmed
          label="Make new backup codes"
          question="Make new backup codes?"
          mutation={MakeCodes}
          onCompleted={({ regenerateBackupCodes }) => regenerateBackupCodes && onCodes(regenerateBackupCodes.codes)}
        >
          Those that you have now stop working.
        </Confirmed>
        <Confirmed
          label="Turn off"
          question="Turn two-step sign-in off?"
          mutation={TurnOff}
          onCompleted={() => onOutcome('Two-step sign-in is off.')}
        >
          Whoever knows your password can sign in then. Your backup codes stop working.
        </Confirmed>
      </Group>
    </>
  );
}

function CodesLeft({ count }: { readonly count: number }) {
  if (count > fewCodes) return <Text size="sm">{count} of 10 backup codes are left.</Text>;
  const left = ['No backup code is left.', 'One backup code is left.', 'Two backup codes are left.'][count];
  return (
    <Alert color="yellow" role="note" title={left}>
      Without one you cannot sign in should you lose your phone. Make new ones in time.
    </Alert>
  );
}

interface ConfirmedProps<Answer> {
  readonly label: string;
  readonly question: string;
  /** What it means. */
  readonly children: string;
  readonly mutation: TypedDocumentNode<Answer, Record<string, never>>;
  readonly onCompleted: (answer: Answer) => void;
}

/** A button that asks before it does something. */
function Confirmed<Answer>({ label, question, children, mutation, onCompleted }: ConfirmedProps<Answer>) {
  const [isAsking, setIsAsking] = useState(false);
  const [run, { loading, error, reset }] = useMutation(mutation, {
    fetchPolicy: 'no-cache',
    refetchQueries: [MySignInMethods],
    onCompleted: (answer) => {
      setIsAsking(false);
      onCompleted(answer);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={question}
        confirmLabel={label}
        loading={loading}
        error={error}
        onConfirm={() => void run()}
        onCancel={() => {
          setIsAsking(false);
          reset();
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}

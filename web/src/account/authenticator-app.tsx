import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { StartTotpEnrollmentMutation } from '../generated/graphql.ts';
import { Done, Failure, Pending } from '../shell/states.tsx';
import { useOutcomeFocus } from '../shell/use-outcome-focus.ts';
import { words } from '../words/account.ts';
import { AppEnrolment } from './app-enrolment.tsx';
import { AppInUse } from './app-in-use.tsx';
import { CodesLeft, NewCodes } from './backup-code-stock.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { Section } from './section.tsx';
import classes from './second-factor.module.css';
import { MySignInMethods } from './my-sign-in-methods.ts';

const StartEnrolment = graphql(`
  mutation StartTotpEnrollment {
    startTotpEnrollment {
      secret
      otpauthUrl
    }
  }
`);

type Enrolment = NonNullable<StartTotpEnrollmentMutation['startTotpEnrollment']>;

/** What the section shows: how things stand, with what came of the last step, or what is shown once. */
type Stage =
  | { readonly kind: 'overview'; readonly outcome?: string }
  | { readonly kind: 'enrolment'; readonly enrolment: Enrolment }
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly outcome: string };

/** The second step of signing in: an authenticator app, with the codes that stand in for it. */
export function AuthenticatorApp() {
  const [stage, setStage] = useState<Stage>({ kind: 'overview' });
  const goBack = (outcome: string) => setStage({ kind: 'overview', outcome });
  const showCodes = (outcome: string) => (codes: readonly string[]) => setStage({ kind: 'codes', codes, outcome });

  return (
    <Section title={words.app.title}>
      {stage.kind === 'overview' && (
        <Overview
          outcome={stage.outcome}
          onOutcome={goBack}
          onEnrolment={(enrolment) => setStage({ kind: 'enrolment', enrolment })}
          onCodes={showCodes(words.app.newCodes)}
        />
      )}
      {stage.kind === 'enrolment' && (
        <AppEnrolment
          {...stage.enrolment}
          onCodes={showCodes(words.app.isOn)}
          onCancel={() => goBack(words.unchanged)}
        />
      )}
      {stage.kind === 'codes' && <BackupCodes codes={stage.codes} onKept={() => goBack(stage.outcome)} />}
    </Section>
  );
}

interface OverviewProps {
  readonly outcome: string | undefined;
  readonly onOutcome: (outcome: string) => void;
  readonly onEnrolment: (enrolment: Enrolment) => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Overview({ outcome, onOutcome, onEnrolment, onCodes }: OverviewProps) {
  const { data, error, refetch } = useQuery(MySignInMethods);
  const app = data?.mySignInMethods.find(({ kind }) => kind === 'TOTP');
  const hasPasskey = data?.mySignInMethods.some(({ kind }) => kind === 'PASSKEY') ?? false;
  const overview = useOutcomeFocus(outcome);
  const codesLeft = data?.me?.backupCodesLeft ?? 0;

  if (!data) return <Pending error={error} onRetry={refetch} />;
  return (
    <Stack ref={overview} tabIndex={-1} className={classes.overview}>
      <Done>{outcome}</Done>
      {app ? (
        <AppInUse {...{ app, codesLeft, hasPasskey, onCodes, onOutcome }}>
          <SetUp label={words.app.move} onEnrolment={onEnrolment} />
        </AppInUse>
      ) : (
        <>
          <WithoutApp {...{ codesLeft, hasPasskey, onCodes }} />
          <SetUp label={words.app.setUp} onEnrolment={onEnrolment} />
        </>
      )}
    </Stack>
  );
}

interface WithoutAppProps extends Pick<OverviewProps, 'onCodes'> {
  readonly codesLeft: number;
  /** Which is a second step as well. */
  readonly hasPasskey: boolean;
}

function WithoutApp({ codesLeft, hasPasskey, onCodes }: WithoutAppProps) {
  if (!hasPasskey) {
    return <Text size="sm">{words.app.hint}</Text>;
  }
  return (
    <>
      <Text size="sm">{words.app.hintPasskey}</Text>
      <CodesLeft count={codesLeft} />
      <div>
        <NewCodes onCodes={onCodes} />
      </div>
    </>
  );
}

interface SetUpProps extends Pick<OverviewProps, 'onEnrolment'> {
  readonly label: string;
}

function SetUp({ label, onEnrolment }: SetUpProps) {
  const [start, { loading, error }] = useMutation(StartEnrolment, {
    fetchPolicy: 'no-cache',
    onCompleted: ({ startTotpEnrollment }) => startTotpEnrollment && onEnrolment(startTotpEnrollment),
  });
  return (
    <>
      <div>
        <Button variant="default" loading={loading} onClick={() => void start()}>
          {label}
        </Button>
      </div>
      {error && <Failure error={error} />}
    </>
  );
}

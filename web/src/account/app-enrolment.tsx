import { useMutation } from '@apollo/client/react';
import { Anchor, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { CodeField } from '../session/code-field.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Loading, Refused } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import { MySessions } from './devices.tsx';
import classes from './second-factor.module.css';
import { MySignInMethods } from './my-sign-in-methods.ts';
import { StepForm } from './step-form.tsx';

// The library that draws it is for the few who come here.
const QrCode = lazy(() => import('./qr-code.tsx').then((m) => ({ default: m.QrCode })));

const ConfirmEnrolment = graphql(`
  mutation ConfirmTotpEnrollment($code: String!) {
    confirmTotpEnrollment(code: $code) {
      codes
    }
  }
`);

interface AppEnrolmentProps {
  readonly secret: string;
  readonly otpauthUrl: string;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Gives an authenticator app its secret, and turns it on by the first code that it shows. */
export function AppEnrolment({ secret, otpauthUrl, onCodes, onCancel }: AppEnrolmentProps) {
  const [code, setCode] = useState('');
  const [confirm, { loading, error }] = useMutation(ConfirmEnrolment, {
    fetchPolicy: 'no-cache',
    refetchQueries: [MySignInMethods, MySessions],
    onCompleted: ({ confirmTotpEnrollment }) => confirmTotpEnrollment && onCodes(confirmTotpEnrollment.codes),
  });
  const { at, form: refusal } = locateRefusal(error, ['code']);

  return (
    <StepForm
      title={words.enrolment.title}
      submitLabel={words.enrolment.submit}
      {...{ loading, error, onCancel }}
      onSubmit={() => void confirm({ variables: { code } })}
    >
      <Text size="sm">{words.enrolment.scan}</Text>
      <Suspense fallback={<Loading label={words.enrolment.drawing} />}>
        <QrCode text={otpauthUrl} label={words.enrolment.code} />
      </Suspense>
      <Text size="sm">
        {words.enrolment.sameDevice(
          <Anchor href={otpauthUrl} underline="always">
            {words.enrolment.open}
          </Anchor>,
        )}
      </Text>
      <Secret>{secret}</Secret>
      <Refused>{refusal}</Refused>
      <CodeField method="TOTP" takesFocus={false} value={code} error={at('code')} onChange={setCode} />
      <Text size="sm">{words.enrolment.othersOut}</Text>
    </StepForm>
  );
}

/** In groups of four, for the eye; whoever selects it has no spaces in it. */
function Secret({ children }: { readonly children: string }) {
  const groups = children.match(/.{1,4}/gu) ?? [];
  return (
    <Group gap="sm">
      <code className={classes.secret}>
        {groups.map((group, nth) => (
          // oxlint-disable-next-line react/no-array-index-key -- groups may be equal, and never move
          <span key={nth}>{group}</span>
        ))}
      </code>
      <CopyButton label={words.enrolment.copy} text={children} />
    </Group>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Failure } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { MakeCodes } from './backup-code-stock.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';

interface FirstBackupCodesProps {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onLater: () => void;
}

/** Offers backup codes to whoever has just made signing in take two steps. */
export function FirstBackupCodes({ onCodes, onLater }: FirstBackupCodesProps) {
  const [make, { loading, error }] = useMutation(MakeCodes, {
    fetchPolicy: 'no-cache',
    refetchQueries: [MySignInMethods],
    onCompleted: ({ regenerateBackupCodes }) => regenerateBackupCodes && onCodes(regenerateBackupCodes.codes),
  });
  return (
    <Stack>
      <StepTitle>Your passkey is added</StepTitle>
      <Text size="sm">
        Should you lose it, your password alone does not sign you in. Backup codes stand in for it: make some, and keep
        them.
      </Text>
      {error && <Failure error={error} />}
      <Group>
        <Button loading={loading} onClick={() => void make()}>
          Make backup codes
        </Button>
        <Button variant="default" onClick={onLater}>
          Later
        </Button>
      </Group>
    </Stack>
  );
}

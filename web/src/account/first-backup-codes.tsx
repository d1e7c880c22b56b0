import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Failure } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { words } from '../words/account.ts';
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
      <StepTitle>{words.firstCodes.title}</StepTitle>
      <Text size="sm">{words.firstCodes.text}</Text>
      {error && <Failure error={error} />}
      <Group>
        <Button loading={loading} onClick={() => void make()}>
          {words.firstCodes.make}
        </Button>
        <Button variant="default" onClick={onLater}>
          {words.firstCodes.later}
        </Button>
      </Group>
    </Stack>
  );
}

import { Button, Stack, Text } from '@mantine/core';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure } from '../shell/states.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Entrance } from './entrance.tsx';
import { announceSessionChange } from './session-state.ts';
import { useSignOut } from './use-sign-out.ts';

/** All that an account may see until it has changed a password that somebody else has set. */
export function MustChangePassword({ onChanged }: { readonly onChanged: () => void }) {
  const { signOut, error } = useSignOut();
  const goOn = () => {
    announceSessionChange();
    onChanged();
  };

  return (
    <Entrance>
      <Stack>
        <PageTitle order={2} isOutcome>
          Choose a password of your own
        </PageTitle>
        <Text>Somebody else has set the one that you signed in with. Change it to go on.</Text>
        <ChangePasswordForm
          submitLabel="Change and go on"
          onChanged={goOn}
          otherAction={
            <Button variant="default" onClick={signOut}>
              Sign out
            </Button>
          }
        />
        {error && <Failure error={error} onRetry={signOut} />}
      </Stack>
    </Entrance>
  );
}

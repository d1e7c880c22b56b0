import { Button, Stack, Text } from '@mantine/core';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/session.ts';
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
          {words.mustChange.title}
        </PageTitle>
        <Text>{words.mustChange.text}</Text>
        <ChangePasswordForm
          submitLabel={words.mustChange.submit}
          onChanged={goOn}
          otherAction={
            <Button variant="default" onClick={signOut}>
              {words.mustChange.signOut}
            </Button>
          }
        />
        {error && <Failure error={error} onRetry={signOut} />}
      </Stack>
    </Entrance>
  );
}

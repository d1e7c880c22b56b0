import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { ChangePasswordForm } from '../session/change-password-form.tsx';
import { Me, useViewer } from '../session/viewer.ts';
import { Done } from '../shell/states.tsx';
import classes from './account.module.css';
import { MySessions } from './devices.tsx';
import { Section } from './section.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';

/** Changes the password, or sets the first one. */
export function Password() {
  const { hasPassword } = useViewer();
  const client = useApolloClient();
  const [isChanged, setIsChanged] = useState(false);
  const showChange = () => {
    setIsChanged(true);
    void client.refetchQueries({ include: [Me, MySessions, MySignInMethods] });
  };

  return (
    <Section title="Password">
      <Text size="sm">
        {hasPassword
          ? 'With a new password, every other device is signed out.'
          : 'Your account has no password yet. Set one to be able to sign in with it.'}
      </Text>
      <div className={classes.form}>
        <ChangePasswordForm submitLabel={hasPassword ? 'Change password' : 'Set password'} onChanged={showChange} />
      </div>
      <Done>{isChanged && 'Your new password is set. Every other device is signed out.'}</Done>
    </Section>
  );
}

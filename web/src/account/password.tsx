import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { ChangePasswordForm } from '../session/change-password-form.tsx';
import { Me, useViewer } from '../session/viewer.ts';
import { Done } from '../shell/states.tsx';
import { words } from '../words/account.ts';
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
    <Section title={words.password.title}>
      <Text size="sm">{hasPassword ? words.password.hint : words.password.missing}</Text>
      <div className={classes.form}>
        <ChangePasswordForm
          submitLabel={hasPassword ? words.password.change : words.password.set}
          onChanged={showChange}
        />
      </div>
      <Done>{isChanged && words.password.done}</Done>
    </Section>
  );
}

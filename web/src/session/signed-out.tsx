import { useApolloClient } from '@apollo/client/react';
import { Center, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Route, Routes } from 'react-router';
import { Logo } from '../shell/logo.tsx';
import { SignIn } from './sign-in.tsx';
import { SignUp } from './sign-up.tsx';
import classes from './signed-out.module.css';

/** The way in. Any address shows the sign-in form and keeps: whoever signs in arrives where they wanted to go. */
export function SignedOut() {
  const client = useApolloClient();
  useEffect(() => void client.clearStore(), [client]);

  return (
    <Center component="main" className={classes.page}>
      <div className={classes.column}>
        <Logo />
        <Text c="dimmed" mb="lg">
          Real postings, ranked for you, with the reasons.
        </Text>
        <Paper withBorder shadow="sm" radius="md" p="xl">
          <Routes>
            <Route path="/sign-up" element={<SignUp />} />
            <Route path="*" element={<SignIn />} />
          </Routes>
        </Paper>
      </div>
    </Center>
  );
}

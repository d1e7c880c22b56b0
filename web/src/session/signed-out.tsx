import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { Route, Routes } from 'react-router';
import { Entrance } from './entrance.tsx';
import { SignIn } from './sign-in.tsx';
import { SignUp } from './sign-up.tsx';

/** The way in. Any address shows the sign-in form and keeps: whoever signs in arrives where they wanted to go. */
export function SignedOut() {
  const client = useApolloClient();
  useEffect(() => void client.clearStore(), [client]);

  return (
    <Entrance>
      <Routes>
        <Route path="/sign-up" element={<SignUp />} />
        <Route path="/claim" element={<SignUp isClaim />} />
        <Route path="*" element={<SignIn />} />
      </Routes>
    </Entrance>
  );
}

import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Route, Routes } from 'react-router';
import { Entrance } from './entrance.tsx';
import { SignIn } from './sign-in.tsx';
import { SignUp } from './sign-up.tsx';

/** The way in. Any address shows the sign-in form and keeps: whoever signs in arrives where they wanted to go. */
export function SignedOut() {
  const client = useApolloClient();
  // Whatever is asked before that would be called off with the rest.
  const [isClear, setIsClear] = useState(false);
  useEffect(() => void client.clearStore().finally(() => setIsClear(true)), [client]);

  return (
    <Entrance>
      {isClear && (
        <Routes>
          <Route path="/sign-up" element={<SignUp />} />
          <Route path="/claim" element={<SignUp isClaim />} />
          <Route path="*" element={<SignIn />} />
        </Routes>
      )}
    </Entrance>
  );
}

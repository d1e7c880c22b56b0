import { useApolloClient, useReactiveVar } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { capturePath, markedPage } from '../capture/marked-page.ts';
import { Entrance } from './entrance.tsx';
import { SignIn } from './sign-in.tsx';
import { SignUp } from './sign-up.tsx';

const HandInSignedOut = lazy(() =>
  import('../capture/hand-in-signed-out.tsx').then((m) => ({ default: m.HandInSignedOut })),
);

/** The way in. Any address shows the sign-in form and keeps: whoever signs in arrives where they wanted to go. */
export function SignedOut() {
  const client = useApolloClient();
  const { pathname } = useLocation();
  const isMarked = useReactiveVar(markedPage) !== undefined && pathname === capturePath;
  // Whatever is asked before that would be called off with the rest.
  const [isClear, setIsClear] = useState(false);
  useEffect(() => void client.clearStore().finally(() => setIsClear(true)), [client]);

  return (
    <Entrance>
      {isMarked && (
        <Suspense fallback={null}>
          <HandInSignedOut />
        </Suspense>
      )}
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

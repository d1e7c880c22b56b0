import { useReactiveVar } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { mailedPaths } from './session/mailed-paths.ts';
import { providerChallenge } from './session/provider-return.ts';
import { isSignedOut } from './session/session-state.ts';
import { SignedIn } from './session/signed-in.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { OfflineBanner } from './shell/offline-banner.tsx';
import { Loading } from './shell/states.tsx';

// Whoever is signed in, which is mostly so, waits for none of the ways in.
const SignedOut = lazy(() => import('./session/signed-out.tsx').then((m) => ({ default: m.SignedOut })));
const MailedPages = lazy(() => import('./session/mailed-pages.tsx').then((m) => ({ default: m.MailedPages })));

/** Everything: what mails link to, which is there for everybody, the pages of an account, and the way into one. */
export function App() {
  const isNobody = useReactiveVar(isSignedOut);
  // Whoever is in the middle of a sign-in goes on with it, even where a session of before is still there.
  const isEntering = useReactiveVar(providerChallenge) !== undefined;
  return (
    <>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Routes>
            {mailedPaths.map((path) => (
              <Route key={path} path={path} element={<MailedPages />} />
            ))}
            <Route path="*" element={isNobody || isEntering ? <SignedOut /> : <SignedIn />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
      <OfflineBanner />
    </>
  );
}

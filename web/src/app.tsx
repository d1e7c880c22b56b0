import { useReactiveVar } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { Entrance } from './session/entrance.tsx';
import { providerChallenge } from './session/provider-return.ts';
import { isSignedOut } from './session/session-state.ts';
import { SignedIn } from './session/signed-in.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Loading } from './shell/states.tsx';

// Whoever is signed in needs none of these.
const SignedOut = lazy(() => import('./session/signed-out.tsx').then((m) => ({ default: m.SignedOut })));
const ForgotPassword = lazy(() => import('./session/forgot-password.tsx').then((m) => ({ default: m.ForgotPassword })));
const MailALink = lazy(() => import('./session/mail-a-link.tsx').then((m) => ({ default: m.MailALink })));
const MagicLink = lazy(() => import('./session/magic-link.tsx').then((m) => ({ default: m.MagicLink })));
const ResetPassword = lazy(() => import('./session/reset-password.tsx').then((m) => ({ default: m.ResetPassword })));
const VerifyEmail = lazy(() => import('./session/verify-email.tsx').then((m) => ({ default: m.VerifyEmail })));
const mailLinks = () => import('./session/mail-links.tsx');
const ConfirmEmailChange = lazy(() => mailLinks().then((m) => ({ default: m.ConfirmEmailChange })));
const CancelEmailChange = lazy(() => mailLinks().then((m) => ({ default: m.CancelEmailChange })));
const RevertEmailChange = lazy(() => mailLinks().then((m) => ({ default: m.RevertEmailChange })));
const ThisWasNotMe = lazy(() => mailLinks().then((m) => ({ default: m.ThisWasNotMe })));

/** Everything: what mails link to, which is there for everybody, the pages of an account, and the way into one. */
export function App() {
  const isNobody = useReactiveVar(isSignedOut);
  // Whoever is in the middle of a sign-in goes on with it, even where a session of before is still there.
  const isEntering = useReactiveVar(providerChallenge) !== undefined;
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route
            element={
              <Entrance>
                <Outlet />
              </Entrance>
            }
          >
            <Route path="/forgot-password" element={<ForgotPassword />} />
            <Route path="/mail-a-link" element={<MailALink />} />
            <Route path="/magic-link" element={<MagicLink />} />
            <Route path="/reset-password" element={<ResetPassword />} />
            <Route path="/verify-email" element={<VerifyEmail />} />
            <Route path="/confirm-email-change" element={<ConfirmEmailChange />} />
            <Route path="/cancel-email-change" element={<CancelEmailChange />} />
            <Route path="/revert-email-change" element={<RevertEmailChange />} />
            <Route path="/this-was-not-me" element={<ThisWasNotMe />} />
          </Route>
          <Route path="*" element={isNobody || isEntering ? <SignedOut /> : <SignedIn />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

import { useReactiveVar } from '@apollo/client/react';
import { Outlet, Route, Routes } from 'react-router';
import { Entrance } from './session/entrance.tsx';
import { ForgotPassword } from './session/forgot-password.tsx';
import { MagicLink } from './session/magic-link.tsx';
import { MailALink } from './session/mail-a-link.tsx';
import { CancelEmailChange, ConfirmEmailChange, RevertEmailChange, ThisWasNotMe } from './session/mail-links.tsx';
import { providerChallenge } from './session/provider-return.ts';
import { ResetPassword } from './session/reset-password.tsx';
import { isSignedOut } from './session/session-state.ts';
import { SignedIn } from './session/signed-in.tsx';
import { SignedOut } from './session/signed-out.tsx';
import { VerifyEmail } from './session/verify-email.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';

/** Everything: what mails link to, which is there for everybody, the pages of an account, and the way into one. */
export function App() {
  const isNobody = useReactiveVar(isSignedOut);
  // Whoever is in the middle of a sign-in goes on with it, even where a session of before is still there.
  const isEntering = useReactiveVar(providerChallenge) !== undefined;
  return (
    <ErrorBoundary>
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
    </ErrorBoundary>
  );
}

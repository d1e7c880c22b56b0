import { useReactiveVar } from '@apollo/client/react';
import { isSignedOut } from './session/session-state.ts';
import { SignedIn } from './session/signed-in.tsx';
import { SignedOut } from './session/signed-out.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';

/** Everything: the pages of an account, or the way into one. */
export function App() {
  return <ErrorBoundary>{useReactiveVar(isSignedOut) ? <SignedOut /> : <SignedIn />}</ErrorBoundary>;
}

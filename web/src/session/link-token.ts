import { makeVar } from '@apollo/client';
import { useReactiveVar } from '@apollo/client/react';

interface LinkToken {
  /** The page that it was sent for: no other one gets it. */
  readonly path: string;
  readonly token: string;
}

/** The token of the link by which this page was opened: in memory alone, never stored. */
const linkToken = makeVar<LinkToken | undefined>(undefined);

/** Takes the token out of the address, so that neither the history nor a shared screen keeps it. */
function takeFromAddress(): void {
  const { pathname, search, hash } = window.location;
  const token = /^#(?:token|invite|code)=(.+)$/u.exec(hash)?.[1];
  if (!token) return;
  linkToken({ path: pathname, token });
  window.history.replaceState(window.history.state, '', pathname + search);
}

takeFromAddress();
// A link that is pasted into the address bar of its own page loads nothing anew.
window.addEventListener('hashchange', takeFromAddress);

/** The token of the link that opened this page; undefined after a reload, and for whoever came without. */
export function useLinkToken(path: string): string | undefined {
  const held = useReactiveVar(linkToken);
  return held?.path === path ? held.token : undefined;
}

/** Lets go of a token that has done its work. */
export const forgetLinkToken = () => linkToken(undefined);

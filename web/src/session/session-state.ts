import { makeVar } from '@apollo/client';

/** Whether the server has said that nobody is signed in here. */
export const isSignedOut = makeVar(false);

// Tabs share the cookies: what this tab shows is somebody else's once another tab signs in or out.
const otherTabs = new BroadcastChannel('tenure-session');
otherTabs.addEventListener('message', () => window.location.reload());

/** For when the server has signed somebody in here. */
export function beginSession(): void {
  announceSessionChange();
  isSignedOut(false);
}

/** Tells the other tabs that somebody has signed in or out. */
export function announceSessionChange(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches one origin only
  otherTabs.postMessage('changed');
}

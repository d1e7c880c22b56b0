import { makeVar } from '@apollo/client';
import { forgetDrafts } from './drafts.ts';

/** Whether the server has said that nobody is signed in here. */
export const isSignedOut = makeVar(false);

// Tabs share the cookies: what this tab shows is somebody else's once another tab signs in or out.
const otherTabs = new BroadcastChannel('tenure-session');
otherTabs.addEventListener('message', ({ data }) => {
  if (data === 'ended') forgetDrafts();
  window.location.reload();
});

/** For when the server has signed somebody in here. */
export function beginSession(): void {
  announceSessionChange();
  isSignedOut(false);
}

/** For when somebody has signed out here, in any tab: drafts are theirs alone. */
export function endSession(): void {
  forgetDrafts();
  announceSessionChange('ended');
  isSignedOut(true);
}

/** Tells the other tabs that somebody has signed in or out. */
export function announceSessionChange(change: 'changed' | 'ended' = 'changed'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches one origin only
  otherTabs.postMessage(change);
}

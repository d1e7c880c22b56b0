/** Handing in a posting before signing in, on the page of the ways in. */
export const words = {
  handedIn: (until: string | undefined) =>
    `Handed in. Sign in to look at it and keep it${until === undefined ? '' : `, by ${until}`}.`,
  waits: (page: string) => `Sign in to add “${page}” to your jobs. What you have marked waits here.`,
  label: 'Hand it in now',
  persona: 'For which persona',
  isOver: 'This browser may not hand in any more: sign in instead.',
};

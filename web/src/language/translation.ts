/**
 * What a translation consists of: for each module of `words`, one of its name whose `words` are of this type. It holds every
 * text, and functions that take the same.
 */
export interface Translation {
  readonly account: typeof import('../words/account.ts').words;
  readonly accountActivity: typeof import('../words/account-activity.ts').words;
  readonly administration: typeof import('../words/administration.ts').words;
  readonly applicationStatus: typeof import('../words/application-status.ts').words;
  readonly applications: typeof import('../words/applications.ts').words;
  readonly board: typeof import('../words/board.ts').words;
  readonly capture: typeof import('../words/capture.ts').words;
  readonly captureSignedOut: typeof import('../words/capture-signed-out.ts').words;
  readonly matchBoard: typeof import('../words/match-board.ts').words;
  readonly matchDetail: typeof import('../words/match-detail.ts').words;
  readonly matches: typeof import('../words/matches.ts').words;
  readonly outOfReach: typeof import('../words/out-of-reach.ts').words;
  readonly personaLists: typeof import('../words/persona-lists.ts').words;
  readonly personas: typeof import('../words/personas.ts').words;
  readonly session: typeof import('../words/session.ts').words;
  readonly sessionProof: typeof import('../words/session-proof.ts').words;
  readonly sessionProviders: typeof import('../words/session-providers.ts').words;
  readonly shell: typeof import('../words/shell.ts').words;
  readonly sources: typeof import('../words/sources.ts').words;
}

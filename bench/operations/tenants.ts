import { createAccessTokens } from '../../src/identity/access-token.ts';
import { seededId } from '../database/ids.ts';
import type { Size } from '../database/sizes.ts';

/** A user who asks: each with a token and session of their own. */
export interface Tenant {
  readonly authorization: string;
  /** Numbers of the personas, the second where there is one. */
  readonly persona: number;
  readonly secondPersona: number;
  /** The number of a persona that belongs to somebody else. */
  readonly foreignPersona: number;
}

export const signingSecret = { kid: 'bench', secret: 'what only the benchmark signs with: 32 bytes or more' };

const mostTenants = 400;
const tokens = createAccessTokens({ secrets: [signingSecret], issuer: 'tenure', accessTokenSeconds: 24 * 60 * 60 });

/** Users with lists of usual length, up to 400 of them, who take turns. */
export function usualTenants(size: Size): readonly Tenant[] {
  const count = Math.min(mostTenants, size.users - size.heavyUsers);
  return Array.from({ length: count }, (_, index) => tenant(size, size.heavyUsers + index + 1));
}

/** The users whose lists fill pages of a hundred. */
export const heavyTenants = (size: Size): readonly Tenant[] =>
  Array.from({ length: size.heavyUsers }, (_, index) => tenant(size, index + 1));

/** The user whose persona every posting matches. */
export const deepTenant = (size: Size): Tenant => ({
  ...tenant(size, size.users + 1),
  persona: size.personas + 1,
});

function tenant({ users }: Size, user: number): Tenant {
  const now = new Date();
  const session = {
    id: seededId('session', user),
    ownerId: seededId('user', user),
    authenticatedAt: now,
    methods: ['pwd'],
  };
  return {
    authorization: `Bearer ${tokens.issue(session, now, `bench-${user}`).token}`,
    persona: user,
    secondPersona: users + user,
    foreignPersona: (user % users) + 1,
  };
}

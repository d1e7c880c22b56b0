import type { OperationContext } from '#authorization/operation-context.ts';
import { describeUserAgent } from '#notifications/describe-origin.ts';
import { Forbidden } from '#platform/errors.ts';
import type { MfaChallenge } from '#platform/resolver-types.generated.ts';
import { passFirstFactor, type SignedInAccount } from './enter-account.ts';
import { redeemMailedToken } from './find-account.ts';
import { hashToken } from './hash-token.ts';
import type { IdentityServices } from './identity-services.ts';
import type { OneTimeToken } from './one-time-token.entity.ts';
import { findGoodToken, notGood } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { User } from './user.entity.ts';
import { proveAddress } from './verify-email.ts';

export interface MagicLinkInput {
  readonly token: string;
  /** Whether whoever has the link confirms that it was asked for elsewhere. */
  readonly elsewhere: boolean;
}

/**
 * Signs in by the link of a mail: the browser that asked for it at once, any other after it was told from where it was
 * asked for. Until then the link stays good, so that no scanner of mails uses it up, whatever it presses. The mailbox is
 * proven by it, and is no second factor (NIST SP 800-63B-4, 3.1.3.1).
 * @throws InvalidInput for the link, also where the account is shut out; Forbidden ELSEWHERE
 */
export async function redeemMagicLink(
  context: OperationContext,
  services: IdentityServices,
  { token, elsewhere }: MagicLinkInput,
): Promise<SignedInAccount | MfaChallenge> {
  const presented = { kind: 'MAGIC_LINK', token } as const;
  const { link, owner } = await context.rows.separately(async (em) => {
    const found = await findGoodToken(em, { tokens: services.tokens, now: context.now }, presented);
    return { link: found, owner: await em.findOne(User, { id: found.ownerId, email: found.email }) };
  });
  if (owner?.disabledAt) await refuse(context, services, { link, detail: 'DISABLED' });
  if (!owner || owner.disabledAt) throw notGood();
  // Compared before the link is taken: what is refused leaves it as it was.
  if (!elsewhere && !isAsker(context, link)) {
    await refuse(context, services, { link, detail: 'ELSEWHERE' });
    throw askedElsewhere(link);
  }
  const redeemed = await redeemMailedToken(context, services, presented);
  const { user } = redeemed;
  // Shut out meanwhile.
  if (user.disabledAt) throw notGood();
  const isFirst = !user.emailVerifiedAt;
  await proveAddress(context, redeemed);
  context.client.setFlowToken('link', null);
  return passFirstFactor(context, services, { user, method: 'email', isFirst });
}

/** Whether this is the browser that asked; programs keep nothing to be known by, so that they always confirm. */
const isAsker = ({ client: { flowTokens } }: OperationContext, { nonceHash }: OneTimeToken): boolean =>
  flowTokens.link !== null && hashToken(flowTokens.link) === nonceHash;

/** In the words of the mail, so that the two can be compared. */
const askedElsewhere = ({ createdAt, askedIp, askedUserAgent }: OneTimeToken): Forbidden =>
  new Forbidden('This link was asked for in another browser. Go on only if that was you.', 'ELSEWHERE', {
    asked: {
      at: createdAt.toISOString(),
      from: askedIp ?? null,
      device: describeUserAgent(askedUserAgent ?? null),
    },
  });

interface RefusedLink {
  readonly link: OneTimeToken;
  readonly detail: 'DISABLED' | 'ELSEWHERE';
}

function refuse(
  context: OperationContext,
  { metrics }: IdentityServices,
  { link: { ownerId }, detail }: RefusedLink,
): Promise<void> {
  metrics.loginFailed(detail);
  const audited = { event: 'LOGIN_FAILED', ownerId, outcome: 'REFUSED', detail } as const;
  return context.rows.separately((em) => recordAudit(em, context, audited));
}

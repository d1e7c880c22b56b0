import { bearer } from './accounts.ts';
import { dataOf, type Answer, type Tenant, type TestProduct } from './product.ts';

/** A narrow token, as its owner was shown it. */
export interface MadeToken {
  readonly id: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

const document = 'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { id token } }';

/** Asks for a token that is good for an hour, unless it is said otherwise. */
export const tryMakeToken = (
  { clock }: Pick<TestProduct, 'clock'>,
  { send }: Pick<Tenant, 'send'>,
  input: object = {},
): Promise<Answer> =>
  send(document, {
    input: {
      label: 'Bookmarklet',
      scopes: ['PERSONAS_READ'],
      expiresAt: new Date(clock.now.getTime() + 3_600_000).toISOString(),
      ...input,
    },
  });

/** Makes a token for some scopes, or as it is said. */
export async function makeToken(
  product: TestProduct,
  tenant: Pick<Tenant, 'send'>,
  input: object = {},
): Promise<MadeToken> {
  const answer = await tryMakeToken(product, tenant, input);
  const { createAccessToken: made } = dataOf<{ createAccessToken: Omit<MadeToken, 'headers'> }>(answer);
  return { ...made, headers: bearer(made.token) };
}

export const tryRevokeToken = ({ send }: Pick<Tenant, 'send'>, id: string): Promise<Answer> =>
  send('mutation ($id: ID!) { revokeAccessToken(id: $id) }', { id });

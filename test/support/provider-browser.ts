import { stringifyCookie } from 'cookie';
import { openBrowser, type Browser } from './accounts.ts';
import { keepCookies, type Claims, type MockIssuer } from './issuers.ts';
import { dataOf, type Answer, type TestProduct } from './product.ts';

export interface Visited {
  readonly status: number;
  /** Where it leads. */
  readonly location: string;
  readonly headers: Headers;
}

export interface ProviderBrowser extends Browser {
  /** Opens one of the product's addresses, as a link does. */
  readonly visit: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Visited>;
  /** Begins to sign in by a provider. @returns the provider's address that it leads to */
  readonly begin: (provider: string, query?: string) => Promise<string>;
  /** The account that the browser is signed in to; null for none. */
  readonly account: () => Promise<Account | null>;
}

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly hasPassword: boolean;
  readonly mfaEnabled: boolean;
}

/**
 * A browser that goes to providers and comes back.
 * @param jar cookies that it has already, such as those of another
 */
export function openProviderBrowser(product: TestProduct, jar?: ReadonlyMap<string, string>): ProviderBrowser {
  const browser = openBrowser(product, new Map(jar));
  const visit: ProviderBrowser['visit'] = async (url, headers = {}) => {
    const response = await fetch(new URL(url, product.url), {
      redirect: 'manual',
      headers: { cookie: stringifyCookie(Object.fromEntries(browser.jar)), 'sec-fetch-site': 'cross-site', ...headers },
    });
    await response.arrayBuffer();
    keepCookies(browser.jar, response);
    return { status: response.status, location: response.headers.get('location') ?? '', headers: response.headers };
  };
  return {
    ...browser,
    visit,
    begin: async (provider, query = '') => (await visit(`/auth/${provider}${query}`)).location,
    account: async () => {
      const answer = await browser.send('{ me { id email emailVerified name hasPassword mfaEnabled } }');
      return answer.body.errors ? null : dataOf<{ me: Account }>(answer).me;
    },
  };
}

/** Asks, in a session, for a way to a provider; whatever comes of it. */
export const tryLink = (by: Pick<TestProduct, 'send'>, provider: string, purpose = 'LINK'): Promise<Answer> =>
  by.send(
    'mutation ($provider: String!, $purpose: ProviderLinkPurpose!) { startProviderLink(provider: $provider, purpose: $purpose) { url } }',
    { provider, purpose },
  );

/** The way to a provider from within a session. */
export const link = async (...args: Parameters<typeof tryLink>): Promise<string> =>
  dataOf<{ startProviderLink: { url: string } }>(await tryLink(...args)).startProviderLink.url;

/** Goes to a provider and comes back, with what its ID token says. @returns where to */
export async function passBy(browser: ProviderBrowser, issuer: MockIssuer, claims: Claims): Promise<string> {
  issuer.claims = claims;
  const back = await issuer.signIn(await browser.begin(issuer.settings.id));
  return (await browser.visit(back)).location;
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseSetCookie, stringifyCookie } from 'cookie';
import { Events, OAuth2Server, type MutableToken } from 'oauth2-mock-server';
import { Provider } from 'oidc-provider';
import { strictProfile, type ProviderProfile, type ProviderSettings } from '#identity/provider-profiles.ts';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

const clientId = 'tenure';
const clientSecret = 'a secret that the provider knows too';

const settingsFor = (id: string, issuer: string, profile: ProviderProfile = strictProfile): ProviderSettings => ({
  id,
  label: `Provider ${id}`,
  issuer,
  clientId,
  clientSecret,
  profile,
});

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

export interface RealIssuer {
  readonly settings: ProviderSettings;
  /** Serves, for a client that comes back to this address. */
  readonly open: (productUrl: string) => void;
  /** What it says of whom, by what they type as their login. */
  readonly people: Map<string, Claims>;
  /** Signs in there, as people do with a form, and agrees. @returns where the browser is sent back to */
  readonly signIn: (authorizationUrl: string, login: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A provider that keeps to every standard, on this machine. */
export async function startIssuer(id: string): Promise<RealIssuer> {
  const server = createServer();
  const issuer = await listening(server);
  const people = new Map<string, Claims>();
  return {
    settings: settingsFor(id, issuer),
    people,
    open: (productUrl) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${productUrl}/auth/${id}/callback`],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        cookies: { keys: ['a key for the cookies of a test'] },
        findAccount: (_context, accountId) => ({
          accountId,
          claims: async () => ({ sub: accountId, ...people.get(accountId) }),
        }),
      });
      server.on('request', provider.callback());
    },
    signIn: (authorizationUrl, login) => signInAt(issuer, authorizationUrl, login),
    stop: () => closed(server),
  };
}

/** Follows a provider's pages and answers its forms until it sends the browser away. */
async function signInAt(issuer: string, authorizationUrl: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let [url, form]: [string, Readonly<Record<string, string>> | null] = [authorizationUrl, null];
  for (let step = 0; step < 12; step++) {
    const response: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: stringifyCookie(Object.fromEntries(jar)) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    keepCookies(jar, response);
    const location: string | null = response.headers.get('location');
    if (location) {
      [url, form] = [new URL(location, url).href, null];
      if (!url.startsWith(issuer)) return url;
    } else {
      const prompt: string | undefined = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1];
      if (!prompt) throw new Error(`${issuer} asks for nothing at ${url}: ${response.status}`);
      form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
    }
  }
  throw new Error(`${issuer} sends the browser around.`);
}

export interface MockIssuer {
  readonly settings: ProviderSettings;
  /** Same provider, as its settings would be under other rules. */
  readonly settingsWith: (id: string, profile: ProviderProfile) => ProviderSettings;
  /** What its next ID tokens say beside, or instead of, what they should. */
  claims: Claims;
  /** Changes an ID token before it is signed. */
  tamper: ((token: MutableToken) => void) | null;
  /** Puts another ID token into the answer. */
  replace: ((idToken: string) => string) | null;
  /** What its page about somebody says, where it says other than who it is. */
  userInfo: Claims;
  /** Parameters of the latest requests to it, and how the product proved that it is the client. */
  readonly seen: { authorize: URLSearchParams; token: Readonly<Record<string, unknown>>; authorization: unknown };
  readonly signIn: (authorizationUrl: string) => Promise<string>;
  /** Has one more key, by which it signs in turn. */
  readonly addKey: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** A provider that says whatever a test wants, and asks nobody for a password. */
export async function startMockIssuer(id: string, algorithm = 'RS256'): Promise<MockIssuer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate(algorithm);
  await server.start(0, 'localhost');
  const url = server.issuer.url ?? '';
  const mock: MockIssuer = {
    settings: settingsFor(id, url),
    settingsWith: (other, profile) => settingsFor(other, url, profile),
    claims: {},
    tamper: null,
    replace: null,
    userInfo: {},
    seen: { authorize: new URLSearchParams(), token: {}, authorization: null },
    signIn: async (authorizationUrl) => {
      mock.seen.authorize = new URL(authorizationUrl).searchParams;
      const response = await fetch(authorizationUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? `nowhere: ${response.status}`;
    },
    addKey: () => server.issuer.keys.generate(algorithm),
    stop: () => server.stop(),
  };
  server.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    // Its access tokens name no audience.
    if (token.payload['aud'] === undefined) return;
    Object.assign(token.payload, mock.claims);
    mock.tamper?.(token);
  });
  server.service.on(Events.BeforeResponse, (response: { body: Record<string, unknown> }, request: IncomingMessage) => {
    mock.seen.token = Reflect.get(request, 'body') as MockIssuer['seen']['token'];
    mock.seen.authorization = request.headers.authorization;
    if (mock.replace) response.body['id_token'] = mock.replace(String(response.body['id_token']));
  });
  server.service.on(Events.BeforeWellKnownOpenIdConfiguration, (response: { body: Record<string, unknown> }) => {
    response.body['id_token_signing_alg_values_supported'] = [algorithm];
  });
  server.service.on(Events.BeforeUserinfo, (response: { body: Record<string, unknown> }) => {
    response.body = { sub: mock.claims['sub'] ?? 'johndoe', ...mock.userInfo };
  });
  return mock;
}

/** A provider that takes requests and answers none; and one that is not there. */
export async function startSilentIssuers(): Promise<{
  readonly slow: ProviderSettings;
  readonly down: ProviderSettings;
  readonly stop: () => Promise<void>;
}> {
  const [silent, gone] = [createServer(() => undefined), createServer()];
  const [slow, down] = [await listening(silent), await listening(gone)];
  await closed(gone);
  return { slow: settingsFor('slow', slow), down: settingsFor('down', down), stop: () => closed(silent) };
}

/**
 * A provider that says where to sign in, and nothing else; it ends with the process.
 * @param named what it says that it is, if not what it is
 */
export async function startSignpost(id: string, named?: string): Promise<ProviderSettings> {
  const server = createServer((_request, response) => {
    const metadata = {
      issuer: named ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(metadata));
  });
  server.unref();
  const issuer = await listening(server);
  return settingsFor(id, issuer);
}

/** Keeps what an answer has a browser keep. */
export function keepCookies(jar: Map<string, string>, { headers }: Response): void {
  for (const header of headers.getSetCookie()) {
    const { name, value = '', maxAge, expires } = parseSetCookie(header);
    if (maxAge === 0 || (expires && expires.getTime() === 0)) jar.delete(name);
    else jar.set(name, value);
  }
}

import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { readAnswer } from '#platform/read-answer.ts';
import { asProviderFailure } from './as-provider-failure.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { ProviderSettings } from './provider-profiles.ts';

/**
 * Reads what the provider says of itself. Signatures are checked although TLS would do: the settings allow for none.
 * @throws ProviderFailure also where it names itself otherwise than the settings do, to the letter (RFC 8414, 3.3): the
 *   library lets a slash pass, and every tenant of Entra ID
 */
export async function discoverProvider(settings: ProviderSettings, timeout: number): Promise<Configuration> {
  const { issuer, clientId } = settings;
  const isInsecure = new URL(issuer).protocol === 'http:';
  const execute = [enableNonRepudiationChecks, ...(isInsecure ? [allowInsecureRequests] : [])];
  const options = { timeout, execute, [customFetch]: fetchBounded };
  const config = await discovery(new URL(issuer), clientId, {}, authenticationOf(settings), options).catch(asUnusable);
  if (config.serverMetadata().issuer !== issuer)
    throw new ProviderFailure('PROVIDER_UNAVAILABLE', 'it names another issuer than the settings');
  return config;
}

/** Who cannot even be read of is of no use to anybody, whatever is wrong with it. */
const asUnusable = (error: unknown): never => {
  throw new ProviderFailure('PROVIDER_UNAVAILABLE', asProviderFailure(error).detail);
};

/** Metadata, keys and tokens have a few kilobytes each. */
const maxBytes = 262_144;

/** Follows nothing that leads elsewhere, as the library asks for; reads no more than is worth it. */
const fetchBounded: CustomFetch = async (url, { body = null, ...options }) => {
  const sent = body instanceof Uint8Array ? Uint8Array.from(body) : body;
  const response = await fetch(url, { ...options, body: sent });
  const bytes = await readAnswer(response, maxBytes);
  const { status, headers } = response;
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
};

/** In the body where the provider takes it there, else in the header, which is what saying nothing means (RFC 8414, 2). */
function authenticationOf({ clientSecret, profile }: ProviderSettings): ClientAuth {
  const [post, basic] = [ClientSecretPost(clientSecret), ClientSecretBasic(clientSecret)];
  // oxlint-disable-next-line eslint/max-params -- the library calls it so
  return (server, client, body, headers) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    return (takesPost || !profile.takesSecretInHeader ? post : basic)(server, client, body, headers);
  };
}

import { z } from 'zod';
import { builtInProviders, strictProfile, type ProviderSettings } from '#identity/provider-profiles.ts';
import { isLoopbackHost } from '#platform/loopback-host.ts';

/** Settings of providers at which one can sign in, as `config.ts` has the others. */
export const providerSettings = {
  GOOGLE_CLIENT_ID: z
    .string()
    .optional()
    .describe(
      'Sign-in with Google: the client that you registered there, with PUBLIC_URL/auth/google/callback to come back to; needs GOOGLE_CLIENT_SECRET',
    ),
  GOOGLE_CLIENT_SECRET: z.string().optional().describe('Secret of that client'),
  LINKEDIN_CLIENT_ID: z
    .string()
    .optional()
    .describe(
      'Sign-in with LinkedIn: the client that you registered there, with PUBLIC_URL/auth/linkedin/callback to come back to; needs LINKEDIN_CLIENT_SECRET',
    ),
  LINKEDIN_CLIENT_SECRET: z.string().optional().describe('Secret of that client'),
  OIDC_PROVIDERS: z
    .string()
    .optional()
    .describe(
      'Sign-in with any other OpenID Connect provider, a list in JSON: [{"id":"work","label":"Work","issuer":"https://id.example.org","clientId":"…","clientSecret":"…"}]. It sends browsers back to PUBLIC_URL/auth/ID/callback',
    ),
} as const;

type Given = { readonly [Name in keyof typeof providerSettings]?: string | undefined };

const listed = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'write up to 40 of a-z, 0-9 and -' }),
    label: z.string().trim().min(1, { error: 'write its name to show' }).max(60, { error: 'at most 60 characters' }),
    issuer: z
      .string()
      .max(255, { error: 'at most 255 characters' })
      .refine(isIssuer, { error: 'write https:// without login, query and fragment, or http:// on this machine' }),
    clientId: z.string().min(1, { error: 'write the client that you registered there' }),
    clientSecret: z.string().min(1, { error: 'write its secret' }),
  }),
);

/** Plain HTTP is for a provider on this machine alone: elsewhere whoever is on the way signs in as anybody. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isBare = username + password + search + hash === '' && !/[?#]$/.test(text);
  return (
    isBare && (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname.replace(/^\[|\]$/g, ''))))
  );
}

/** @returns the providers of the settings, the built-in ones first */
export const readProviders = (env: Given): readonly ProviderSettings[] => [
  ...builtIn(env),
  ...readList(env.OIDC_PROVIDERS).providers,
];

const builtIn = (env: Given): readonly ProviderSettings[] => [
  ...provider(builtInProviders.google, env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
  ...provider(builtInProviders.linkedin, env.LINKEDIN_CLIENT_ID, env.LINKEDIN_CLIENT_SECRET),
];

const provider = (
  known: Omit<ProviderSettings, 'clientId' | 'clientSecret'>,
  clientId = '',
  clientSecret = '',
): ProviderSettings[] => (clientId && clientSecret ? [{ ...known, clientId, clientSecret }] : []);

/** What is wrong with the settings together. A fault never repeats what is written: there are secrets in it. */
export function providerFaults(env: Given, isProduction: boolean): string[] {
  const { providers, faults } = readList(env.OIDC_PROVIDERS);
  const isInsecure = isProduction && providers.some(({ issuer }) => issuer.startsWith('http:'));
  return [
    ...unpaired('GOOGLE', env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
    ...unpaired('LINKEDIN', env.LINKEDIN_CLIENT_ID, env.LINKEDIN_CLIENT_SECRET),
    ...[...faults, ...twinFaults(providers), ...(isInsecure ? ['an issuer is not https'] : [])].map(
      (fault) => `OIDC_PROVIDERS: ${fault}`,
    ),
  ];
}

const unpaired = (name: string, id: string | undefined, secret: string | undefined): string[] =>
  (id === undefined) === (secret === undefined) ? [] : [`${name}_CLIENT_ID, ${name}_CLIENT_SECRET: set both or none`];

/** Two of one name would share the address to come back to, and two of one issuer its identities (RFC 9700, 4.4). */
function twinFaults(providers: readonly ProviderSettings[]): string[] {
  const all = [...Object.values(builtInProviders), ...providers];
  const hasTwins = (of: 'id' | 'issuer'): boolean => new Set(all.map((each) => each[of])).size < all.length;
  return (['id', 'issuer'] as const)
    .filter(hasTwins)
    .map((of) => `two have the same ${of}, or that of a built-in one; give each its own`);
}

function readList(text: string | undefined): {
  readonly providers: readonly ProviderSettings[];
  readonly faults: string[];
} {
  if (text === undefined) return { providers: [], faults: [] };
  const parsed = listed.safeParse(parseJson(text));
  if (parsed.success)
    return { providers: parsed.data.map((each) => ({ ...each, profile: strictProfile })), faults: [] };
  const faults = parsed.error.issues.map(({ path, code, message }) =>
    path.length > 0 && code !== 'unrecognized_keys'
      ? `${path.join('.')}: ${message}`
      : 'write a JSON list of objects with id, label, issuer, clientId and clientSecret',
  );
  return { providers: [], faults: [...new Set(faults)] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

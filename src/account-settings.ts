import { z } from 'zod';
import { findEmailAddress } from '#identity/email-address.ts';
import { isLoopbackHost } from '#platform/loopback-host.ts';

/** Settings of accounts, as `config.ts` has the others. */
export const accountSettings = {
  ADMIN_EMAIL: z
    .string()
    .refine((text) => findEmailAddress(text) !== null, { error: 'this is no e-mail address' })
    .optional()
    .describe('Address of the first admin, made at a start that finds none; needs ADMIN_PASSWORD'),
  ADMIN_PASSWORD: z
    .string()
    .optional()
    .describe('Password of the first admin, good for nothing but to choose another at the first sign-in'),
  PASSWORD_POLICY: z
    .enum(['classes', 'length'])
    .default('classes')
    .describe(
      '`classes`: new passwords have 8 characters or more, with a letter, a digit and another; `length`: 15 or more of any kind',
    ),
  BREACH_CHECK_URL: z
    .string()
    .refine(isBreachCheckUrl, { error: 'write a URL without login, query and fragment, or off' })
    .default('https://api.pwnedpasswords.com')
    .describe(
      'Range API of Have I Been Pwned or a mirror, asked about new passwords by 5 characters of their hash; `off` asks nobody',
    ),
  PASSWORD_PEPPER: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, { error: 'needs 32 bytes or more' })
    .optional()
    .describe(
      'Mixed into password hashes, 32 bytes or more, for a secret that the database does not hold; no password matches any more once it is set or changed',
    ),
  REGISTRATION: z
    .enum(['open', 'verified', 'closed'])
    .optional()
    .describe(
      '`open`: accounts are opened at once, the default; `verified`: once the address is proven, the default in production; `closed`: by invitation',
    ),
  AUTH: z
    .enum(['accounts', 'single'])
    .default('accounts')
    .describe(
      '`single`: no sign-in, every request acts as the one local owner; never in production, on loopback alone',
    ),
  CLAIM_MODE: z
    .enum(['code', 'first'])
    .default('code')
    .describe(
      'Who takes the data of a former single-user installation over: who has the code from the console, or who registers `first`',
    ),
  CLAIM_EMAIL: z.email().optional().describe('Address that the claim code is mailed to instead of being printed'),
} as const;

export interface AccountSettings {
  /** Made at a start that finds no admin; null for none. */
  readonly firstAdmin: { readonly email: string; readonly password: string } | null;
  readonly passwordPolicy: 'classes' | 'length';
  /** Null: no password is asked about. */
  readonly breachCheckUrl: string | null;
  readonly passwordPepper: Buffer | null;
  readonly registration: 'open' | 'verified' | 'closed';
  readonly authMode: 'accounts' | 'single';
  readonly claimMode: 'code' | 'first';
  readonly claimEmail: string | null;
}

const schema = z.object(accountSettings);
type Given = z.infer<typeof schema>;

export const readAccountSettings = (env: Given, isProduction: boolean): AccountSettings => ({
  firstAdmin: readFirstAdmin(env),
  passwordPolicy: env.PASSWORD_POLICY,
  breachCheckUrl: env.BREACH_CHECK_URL === 'off' ? null : env.BREACH_CHECK_URL,
  passwordPepper: env.PASSWORD_PEPPER === undefined ? null : Buffer.from(env.PASSWORD_PEPPER),
  registration: env.REGISTRATION ?? (isProduction ? 'verified' : 'open'),
  authMode: env.AUTH,
  claimMode: env.CLAIM_MODE,
  claimEmail: env.CLAIM_EMAIL === undefined ? null : findEmailAddress(env.CLAIM_EMAIL),
});

const readFirstAdmin = ({
  ADMIN_EMAIL: address = '',
  ADMIN_PASSWORD: password,
}: Given): AccountSettings['firstAdmin'] => {
  const email = findEmailAddress(address);
  return email !== null && password !== undefined ? { email, password } : null;
};

interface Exposure {
  readonly HOST: string;
  readonly TRUSTED_PROXIES: number;
}

/** What is wrong with the settings together; each alone was judged before. */
export function accountFaults(env: Given & Exposure, isProduction: boolean): string[] {
  // What lets anybody in who reaches the port may be reached from this machine alone.
  const isReachable = !isLoopbackHost(env.HOST) || env.TRUSTED_PROXIES > 0;
  const faults: readonly (readonly [holds: boolean, fault: string])[] = [
    [
      (env.ADMIN_EMAIL === undefined) !== (env.ADMIN_PASSWORD === undefined),
      'ADMIN_EMAIL, ADMIN_PASSWORD: set both or none',
    ],
    [isProduction && env.BREACH_CHECK_URL.startsWith('http:'), 'BREACH_CHECK_URL: not https'],
    [
      env.AUTH === 'single' && (isProduction || isReachable),
      'AUTH: single lets in whoever reaches the server; never in production, and on 127.0.0.1 without proxies alone',
    ],
    [
      env.CLAIM_MODE === 'first' && isProduction && isReachable,
      'CLAIM_MODE: first gives the data to whoever registers first; in production on 127.0.0.1 without proxies alone',
    ],
  ];
  return faults.flatMap(([holds, fault]) => (holds ? [fault] : []));
}

/** A path is appended to it, and fetch refuses one with a login. */
function isBreachCheckUrl(text: string): boolean {
  return text === 'off' || (/^https?:\/\/[^@?#]+$/.test(text) && URL.canParse(text));
}

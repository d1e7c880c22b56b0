import { z } from 'zod';
import type { NamedSecret } from '#platform/secret-box.ts';

/** Settings of secrets that make and open things, as `config.ts` has the others. */
export const secretSettings = {
  JWT_SECRETS: z
    .string()
    .optional()
    .describe(
      '`kid:secret`, comma-separated, 32 bytes or more each; the first signs, all verify. Outside production made by itself with the embedded database',
    ),
  ENCRYPTION_KEYS: z
    .string()
    .optional()
    .describe(
      '`kid:secret`, as above; the first encrypts secrets that the database keeps, such as those of authenticator apps, all decrypt. To drop one: npm run admin -- renew-encryption. Outside production made by itself with the embedded database',
    ),
} as const;

export interface SecretSettings {
  readonly jwtSecrets: readonly NamedSecret[];
  readonly encryptionKeys: readonly NamedSecret[];
}

const schema = z.object(secretSettings);
type Given = z.infer<typeof schema>;
const names = ['JWT_SECRETS', 'ENCRYPTION_KEYS'] as const satisfies readonly (keyof Given)[];

export const readSecretSettings = (env: Given): SecretSettings => ({
  jwtSecrets: readSecrets(env.JWT_SECRETS),
  encryptionKeys: readSecrets(env.ENCRYPTION_KEYS),
});

/** What is wrong with them. @param needed why they must be there, such as `in production`; null where they need not */
export const secretFaults = (env: Given, needed: string | null): string[] =>
  names.flatMap((name) => {
    if (env[name] === undefined) return needed === null ? [] : [`${name}: needed ${needed}`];
    const secrets = readSecrets(env[name]);
    const hasTwins = new Set(secrets.map(({ kid }) => kid)).size < secrets.length;
    return [
      ...(secrets.some(isBad) ? [`${name}: write kid:secret, each secret 32 bytes or more`] : []),
      ...(hasTwins ? [`${name}: two secrets have the same kid; give each its own`] : []),
    ];
  });

const readSecrets = (list: string | undefined): NamedSecret[] =>
  (list?.split(',') ?? []).map((each) => {
    const at = each.indexOf(':');
    return { kid: each.slice(0, Math.max(at, 0)).trim(), secret: each.slice(at + 1).trim() };
  });

const isBad = ({ kid, secret }: NamedSecret): boolean => kid === '' || Buffer.byteLength(secret) < 32;

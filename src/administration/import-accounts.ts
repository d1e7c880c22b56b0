import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { isStorableText } from '#database/storable.ts';
import { findEmailAddress } from '#identity/email-address.ts';
import { isImportableHash } from '#identity/imported-hash.ts';
import { createAccount } from '#identity/open-account.ts';
import { User } from '#identity/user.entity.ts';
import { StartupError } from '#platform/errors.ts';
import { recordAct, type ActSource } from './act.ts';

const rules = z.object(
  {
    email: z
      .string('is missing')
      .transform((text) => findEmailAddress(text) ?? '')
      .refine((email) => email !== '', 'is no e-mail address'),
    name: z
      .string('is no text')
      .trim()
      .max(255, 'has more than 255 characters')
      .refine((name) => isStorableText(name) && !/\p{Cc}/u.test(name), 'has characters that no name has')
      .nullish()
      .transform((name) => name || null),
    passwordHash: z
      .string('is missing')
      .refine(isImportableHash, 'is no hash of bcrypt (cost 10 to 15) or PBKDF2-HMAC-SHA256'),
    emailVerified: z.boolean('is neither true nor false').default(false),
  },
  'this is no account',
);

/** An account that another product had. */
export type ImportedAccount = z.infer<typeof rules>;

/**
 * Reads one line of JSON: `{"email": …, "name": …, "passwordHash": …, "emailVerified": …}`; whatever else it says is left.
 * @throws StartupError that names the line and what is wrong with it, never what it says
 */
export function readAccount({ number, text }: { readonly number: number; readonly text: string }): ImportedAccount {
  const fault = (what: string): StartupError => new StartupError(`Line ${number}: ${what}. Nothing was imported.`);
  const parsed = rules.safeParse(parseJson(text, fault('this is not JSON')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw fault([...(issue?.path ?? []), issue?.message].join(' '));
}

function parseJson(text: string, fault: StartupError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fault;
  }
}

export interface AccountImport {
  readonly added: number;
  /** Addresses that have an account already, by an earlier line too. */
  readonly taken: readonly string[];
}

/** As many as are looked for and written at a time. */
const accountsAtATime = 100;

/**
 * Opens accounts with the passwords they had elsewhere. Taken addresses are left as they are.
 * @param em of the identity login, in a transaction
 */
export async function importAccounts(
  em: EntityManager,
  source: ActSource,
  accounts: readonly ImportedAccount[],
): Promise<AccountImport> {
  const fresh = new Map<string, ImportedAccount>();
  const taken: string[] = [];
  for (const account of accounts)
    if (fresh.has(account.email)) taken.push(account.email);
    else fresh.set(account.email, account);
  const all = [...fresh.values()];
  for (let at = 0; at < all.length; at += accountsAtATime)
    taken.push(...(await importSome(em, source, all.slice(at, at + accountsAtATime))));
  return { added: accounts.length - taken.length, taken };
}

/** @returns those of the addresses that were taken */
async function importSome(
  em: EntityManager,
  source: ActSource,
  accounts: readonly ImportedAccount[],
): Promise<readonly string[]> {
  const addresses = accounts.map(({ email }) => email);
  const found = await em.find(User, { email: { $in: addresses } }, { fields: ['email'] });
  const taken = new Set(found.map(({ email }) => email));
  for (const { email, name, passwordHash: secretHash, emailVerified } of accounts) {
    if (taken.has(email)) continue;
    const secret = { kind: 'PASSWORD', hashed: { secretHash, breachCheckedAt: null } } as const;
    const user = await createAccount(em, source, { email, name, secret });
    if (emailVerified) em.assign(user, { emailVerifiedAt: source.now });
    recordAct(em, source, { event: 'REGISTER', ownerId: user.id, detail: 'imported' });
  }
  await em.flush();
  em.clear();
  return [...taken];
}

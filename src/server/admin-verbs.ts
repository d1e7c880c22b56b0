import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAct } from '#administration/act.ts';
import { hasAdmin, holdAdmins } from '#administration/admins.ts';
import { createFirstAdmin } from '#administration/create-admin.ts';
import { importAccounts, readAccount, type ImportedAccount } from '#administration/import-accounts.ts';
import { sendInvitation } from '#administration/invite-user.ts';
import { removeFactorsOf } from '#administration/remove-factors.ts';
import { changeDisabled } from '#administration/set-user-disabled.ts';
import { changeRole } from '#administration/set-user-role.ts';
import { roles } from '#authorization/viewer.ts';
import type { Config } from '#config.ts';
import { renewSecrets } from '#database/sealed-column.ts';
import { findEmailAddress } from '#identity/email-address.ts';
import { activeAdmin } from '#identity/find-account.ts';
import { offerClaim } from '#identity/local-owner.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { createPasswordHasher } from '#identity/password-hash.ts';
import { sealedSeeds } from '#identity/sealed-seeds.ts';
import { User } from '#identity/user.entity.ts';
import { invitationPath } from '#notifications/mail-texts.ts';
import { StartupError } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { readChunks } from '#sources/read-import.ts';
import { readLines } from '#sources/read-lines.ts';
import { sealedKeys } from '#sources/sealed-keys.ts';
import { actingBy } from './acting-by.ts';
import type { OpenDatabase } from './databases.ts';
import { addressOf } from './listen-on.ts';
import { claimLines } from './open-accounts.ts';

/** What the verbs work with. */
export interface Desk {
  readonly config: Config;
  readonly jwtSecrets: OpenDatabase['jwtSecrets'];
  readonly encryptionKeys: OpenDatabase['encryptionKeys'];
  readonly isExisting: boolean;
  /** Does work in a transaction of the staff login. */
  readonly asStaff: <R>(work: (em: EntityManager) => Promise<R>) => Promise<R>;
  /** Likewise of the identity login. */
  readonly asIdentity: Desk['asStaff'];
  /** Likewise of the system login. */
  readonly asSystem: Desk['asStaff'];
  readonly say: (line: string) => void;
}

type Verb = (desk: Desk, operands: readonly string[]) => Promise<void>;

const source = actingBy('command');

/** Each verb with how many operands it takes. */
export const adminVerbs: ReadonlyMap<string, readonly [operands: number, verb: Verb]> = new Map([
  ['create', [1, (desk, [address = '']) => (desk.isExisting ? appointFirst(desk, address) : create(desk, address))]],
  ['users', [0, list]],
  ['role', [2, setRole]],
  ['disable', [1, (desk, [address = '']) => setDisabled(desk, address, true)]],
  ['enable', [1, (desk, [address = '']) => setDisabled(desk, address, false)]],
  ['remove-factors', [1, removeFactors]],
  ['invite', [1, invite]],
  ['renew-encryption', [0, renewEncryption]],
  ['claim-code', [0, makeClaimCode]],
  ['import-users', [1, importUsers]],
]);

function readAddress(text: string): string {
  const email = findEmailAddress(text);
  if (email === null) throw new StartupError(`${text} is no e-mail address.`);
  return email;
}

async function findAccount(em: EntityManager, address: string): Promise<User> {
  const email = readAddress(address);
  const user = await em.findOne(User, { email });
  if (!user) throw new StartupError(`There is no account with the address ${email}.`);
  return user;
}

const adminExists = 'There is an admin already. Let them give the role, or write: npm run admin -- role EMAIL ADMIN';

/** Voids the codes before it; the server may run meanwhile. */
async function makeClaimCode({ config, asIdentity, jwtSecrets, say }: Desk): Promise<void> {
  const { claimEmail } = config;
  const now = new Date();
  const tokens = createOneTimeTokenCodec(jwtSecrets);
  const code = await asIdentity((em) => offerClaim(em, { now, newId: () => newOwnedId(now) }, { tokens, claimEmail }));
  if (code === null)
    throw new StartupError('There is nothing to claim: no single-user installation, or it is claimed.');
  for (const line of claimLines(code, config)) say(line);
}

async function create({ config, asIdentity, say }: Desk, address: string): Promise<void> {
  const email = readAddress(address);
  const password = randomBytes(16).toString('base64url');
  const secretHash = await createPasswordHasher(config.passwordPepper ?? undefined).hash(password);
  const made = await asIdentity((em) => createFirstAdmin(em, source, { email, secretHash }));
  if (made === 'ADMIN_EXISTS') throw new StartupError(adminExists);
  if (made === 'EMAIL_TAKEN')
    throw new StartupError(
      `There is an account with the address ${email}. To make it the admin, with the password it has: npm run admin -- create ${email} --existing`,
    );
  say(`${email} is the admin. The password for the first sign-in, which asks for another one:`);
  say(password);
}

async function appointFirst({ asStaff, say }: Desk, address: string): Promise<void> {
  const user = await asStaff(async (em) => {
    await holdAdmins(em);
    if (await hasAdmin(em)) throw new StartupError(adminExists);
    const { id: userId } = await findAccount(em, address);
    return changeRole(em, source, { userId, role: 'ADMIN' });
  });
  say(`${user.email} is the admin, with the password it has.`);
  if (!user.emailVerifiedAt)
    say('Its address is not proven: whoever opened the account may be somebody else. If so, disable it.');
}

async function list({ asStaff, say }: Desk): Promise<void> {
  const users = await asStaff(async (em) => {
    recordAct(em, source, { event: 'ADMIN_ACT', ownerId: null, detail: 'looked at accounts' });
    return em.find(User, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
  });
  for (const { email, roles: held, createdAt, disabledAt } of users)
    say(
      [
        email,
        held.join(' '),
        `since ${day(createdAt)}`,
        ...(disabledAt ? [`shut out since ${day(disabledAt)}`] : []),
      ].join('  '),
    );
  say(`${users.length} accounts`);
}

const day = (instant: Date): string => instant.toISOString().slice(0, 10);

async function setRole({ asStaff, say }: Desk, [address = '', name = '']: readonly string[]): Promise<void> {
  const role = roles.find((each) => each === name);
  if (role === undefined) throw new StartupError(`There is no role ${name}: write ${roles.join(', ')}.`);
  const user = await asStaff(async (em) => {
    const { id: userId } = await findAccount(em, address);
    return changeRole(em, source, { userId, role });
  });
  say(`${user.email} has the role ${role}.`);
}

async function setDisabled({ asStaff, say }: Desk, address: string, disabled: boolean): Promise<void> {
  const user = await asStaff(async (em) => {
    const { id } = await findAccount(em, address);
    return changeDisabled(em, source, { id, disabled });
  });
  say(disabled ? `${user.email} is shut out, and signed out everywhere.` : `${user.email} may sign in again.`);
}

async function removeFactors({ asIdentity, say }: Desk, [address = '']: readonly string[]): Promise<void> {
  const email = await asIdentity(async (em) => {
    const user = await findAccount(em, address);
    const isRemoved = await removeFactorsOf(em, source, user.id);
    if (!isRemoved) throw new StartupError(`${user.email} has no second factor. Nothing was changed.`);
    return user.email;
  });
  say(`${email} has neither second factors nor a password any more, and is signed out everywhere.`);
  say('They are told by mail how to set a new password. Be sure that it was them who asked.');
}

async function invite(desk: Desk, [address = '']: readonly string[]): Promise<void> {
  const email = readAddress(address);
  const tokenId = await desk.asStaff(async (em) => {
    // A link belongs to an account; these are nobody's in particular.
    const inviter = await em.findOne(User, activeAdmin, { orderBy: { createdAt: 'asc', id: 'asc' } });
    if (!inviter) throw new StartupError('There is no admin yet. Make one: npm run admin -- create EMAIL');
    return sendInvitation(em, source, { email, inviterId: inviter.id });
  });
  if (tokenId === null) return desk.say(`${email} has an account already, and is told so by mail.`);
  desk.say(`${email} is invited by mail. The link, good for a week:`);
  desk.say(invitationLink(desk, tokenId));
}

function invitationLink({ config: { mail, host, port }, jwtSecrets }: Desk, tokenId: string): string {
  const { tokenOf } = createOneTimeTokenCodec(jwtSecrets);
  return `${mail.publicUrl ?? addressOf(host, port)}${invitationPath}${tokenOf(tokenId)}`;
}

/** After it the keys behind the first one may be dropped; the server may run meanwhile, if it knows the first one. */
async function renewEncryption({ encryptionKeys, asIdentity, asSystem, say }: Desk): Promise<void> {
  const box = createSecretBox(encryptionKeys);
  const { renewed, lostOf } = await asIdentity(async (em) => {
    const seeds = await renewSecrets(em, sealedSeeds, box);
    recordAct(em, source, { event: 'ADMIN_ACT', ownerId: null, detail: 'encrypted secrets anew' });
    const ownerIds = seeds.lost.map(({ ownerId }) => ownerId);
    const owners = await em.find(User, { id: { $in: ownerIds } }, { orderBy: { email: 'asc' } });
    return { renewed: seeds.renewed, lostOf: owners.map(({ email }) => email) };
  });
  const sourceKeys = await asSystem(async (em) => {
    const keys = await renewSecrets(em, sealedKeys, box);
    // A start would be refused for them, and whose they are can give them again.
    for (const key of keys.lost) em.remove(key);
    return { renewed: keys.renewed, dropped: keys.lost.length };
  });
  say(`renewed  ${renewed + sourceKeys.renewed}`);
  say(`lost     ${lostOf.length}`);
  for (const email of lostOf) say(`  ${email}`);
  if (lostOf.length > 0)
    say('No key decrypts these, so that their apps let nobody in. Put the key back that did, or remove-factors EMAIL.');
  if (sourceKeys.dropped > 0) say(`dropped  ${sourceKeys.dropped} keys of sources, which nothing decrypts`);
}

async function importUsers({ asIdentity, say }: Desk, [file = '']: readonly string[]): Promise<void> {
  const accounts: ImportedAccount[] = [];
  for await (const line of readLines(readChunks(file))) if (line.text.trim() !== '') accounts.push(readAccount(line));
  const { added, taken } = await asIdentity((em) => importAccounts(em, source, accounts));
  say(`read   ${accounts.length}`);
  say(`new    ${added}`);
  say(`taken  ${taken.length}`);
  for (const email of taken) say(`  ${email}`);
}

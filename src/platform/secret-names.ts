/** What stands in a log for a value that no log may hold. */
export const hidden = '[hidden]';

/** Whatever has one of these in its name is secret, and more of those than are meant: a line with less does no harm. */
export const secretWords =
  'pass(?:word|phrase|wd)|pwd|secret|token|cookie|authorization|credential|challenge|verifier|nonce|assertion|attestation|signature|totp|otp|jwt|pepper|(?:api|private|access|signing|encryption)[_-]?key';

const secretPart = new RegExp(secretWords);
/** Too short, or too common within other words, to be looked for anywhere but alone. */
const secretWhole = new Set(['pass', 'pw', 'pin', 'seed', 'auth', 'state', 'key']);
/** Codes prove who one is, but for these. */
const openCodes = new Set(['codes', 'statuscode', 'errorcode', 'exitcode', 'closecode', 'countrycode', 'responsecode']);
/** What people send and what their rows hold: as a whole, because secrets in there have no names of their own. */
const contents =
  /^(?:raw)?(?:body|headers|variables|query|document|source|sql|statement|parameters|params|detail|where|internalquery)$/;

/** Names come from a few places of the code; those that people choose may be many. */
const mostKnownNames = 1_000;
const known = new Map<string, boolean>();

/** Whether a value of this name is for no log: `newPassword`, `new_password`, `X-New-Password` alike. */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= mostKnownNames) known.clear();
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const isCode = /codes?$/.test(plain) && !openCodes.has(plain);
  const isSecret = isCode || secretWhole.has(plain) || contents.test(plain) || secretPart.test(plain);
  known.set(name, isSecret);
  return isSecret;
}

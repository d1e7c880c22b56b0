import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { StartupError } from './errors.ts';

/** A secret of the settings, and the name by which what it made says so. */
export interface NamedSecret {
  readonly kid: string;
  readonly secret: string;
}

/** Where a secret is kept: found anywhere else it cannot be opened, so that rows cannot be exchanged. */
export interface SecretPlace {
  /** What it is, such as `totp seed`. */
  readonly purpose: string;
  readonly ownerId: string;
  readonly rowId: string;
}

export interface OpenedSecret {
  readonly secret: string;
  /** Whether the newest key sealed it; if not, seal it anew where that can be done. */
  readonly isCurrent: boolean;
}

/** Keeps secrets that the server has to read again, so that who reads the database alone has none of them. */
export interface SecretBox {
  readonly seal: (secret: string, place: SecretPlace) => string;
  /** What was sealed; null where no key opens it, or it is another place's. */
  readonly open: (sealed: string, place: SecretPlace) => OpenedSecret | null;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM, beside the name of the key.
 * @param keys the first seals, all open
 * @throws StartupError where there is none
 */
export function createSecretBox(keys: readonly NamedSecret[]): SecretBox {
  const [current] = keys;
  if (!current) throw new StartupError('There is no key to encrypt with: set ENCRYPTION_KEYS.');
  const ciphers = new Map(keys.map((each) => [each.kid, cipherKeyOf(each)]));
  const currentKey = cipherKeyOf(current);
  return {
    seal: (secret, place) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(boundTo(place));
      const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${sealed.toString('base64url')}.${current.kid}`;
    },
    open: (text, place) => {
      const { sealed, kid } = takenApart(text);
      const key = ciphers.get(kid);
      const secret = key ? decrypted(key, Buffer.from(sealed, 'base64url'), place) : null;
      return secret === null ? null : { secret, isCurrent: kid === current.kid };
    },
  };
}

/** Names the key that sealed what a column holds, in SQL. @param column its name, quoted where it must be */
export const keyIdOf = (column: string): string => `substr(${column}, strpos(${column}, '.') + 1)`;

// Of ENCRYPTION_KEYS come nothing but keys of this cipher; those of another are to have another name.
const cipherKeyOf = ({ secret }: NamedSecret): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'tenure sealed secret', 32));

/** What is encrypted has no dot in it; a name may. */
function takenApart(text: string): { readonly sealed: string; readonly kid: string } {
  const at = text.indexOf('.');
  return at < 0 ? { sealed: text, kid: '' } : { sealed: text.slice(0, at), kid: text.slice(at + 1) };
}

// As a list, so that no two places read alike.
const boundTo = ({ purpose, ownerId, rowId }: SecretPlace): Buffer =>
  Buffer.from(JSON.stringify([purpose, ownerId, rowId]));

function decrypted(key: Buffer, sealed: Buffer, place: SecretPlace): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(boundTo(place)).setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

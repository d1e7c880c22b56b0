import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { currentSecret, type TokenSecret } from './token-secrets.ts';

/** Keeps secrets that the server has to read again, so that who reads the database alone has none of them. */
export interface SeedBox {
  /** @param ownerId whose it is: as anybody else's it cannot be opened */
  readonly seal: (seed: string, ownerId: string) => string;
  /** What was sealed; null where no key opens it. */
  readonly open: (sealed: string, ownerId: string) => string | null;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM, beside the name of the key.
 * @param secrets the first seals, all open
 */
export function createSeedBox(secrets: readonly TokenSecret[]): SeedBox {
  const current = currentSecret(secrets);
  const keys = new Map(secrets.map((each) => [each.kid, keyOf(each)]));
  const currentKey = keyOf(current);
  return {
    seal: (seed, ownerId) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(ownerId));
      const sealed = Buffer.concat([iv, cipher.update(seed, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${sealed.toString('base64url')}.${current.kid}`;
    },
    open: (text, ownerId) => {
      const [sealed = '', kid = ''] = splitAtFirst(text, '.');
      const key = keys.get(kid);
      return key ? decrypted(key, Buffer.from(sealed, 'base64url'), ownerId) : null;
    },
  };
}

// A key of its own, so that what signs tokens encrypts nothing.
const keyOf = ({ secret }: TokenSecret): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'tenure sealed seed', 32));

const splitAtFirst = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

function decrypted(key: Buffer, sealed: Buffer, ownerId: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(ownerId)).setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { InvalidInput } from '#platform/errors.ts';

/** The longest id of a credential, in bytes (WebAuthn L3, 7.1). */
const maxCredentialIdBytes = 1023;

// Ours are shorter.
const maxChallengeBytes = 64;

const base64url = (maxBytes: number) =>
  z
    .string()
    .max(Math.ceil((maxBytes * 4) / 3))
    .regex(/^[\w-]+$/);

const shared = {
  id: base64url(maxCredentialIdBytes),
  rawId: base64url(maxCredentialIdBytes),
  type: z.literal('public-key'),
};
const clientDataJSON = base64url(8192);

const registration = z.object({
  ...shared,
  response: z.object({
    clientDataJSON,
    // Authenticators may add a chain of certificates.
    attestationObject: base64url(65_536),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .catch([]),
  }),
});

const assertion = z.object({
  ...shared,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url(8192),
    signature: base64url(8192),
    userHandle: base64url(64).nullish(),
  }),
});

const clientData = z.object({
  type: z.string(),
  // Looked up before its signature is judged: whoever sends it may write anything.
  challenge: base64url(maxChallengeBytes),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});

/** What the browser says of where and for what a passkey was asked; signed with the rest. */
export type ClientData = z.infer<typeof clientData>;

export interface Read<R> {
  readonly response: R;
  readonly clientData: ClientData;
}

/** The answer of an authenticator that made a passkey. @throws InvalidInput for `field` where it is none */
export function readRegistration(value: unknown, field: string): Read<RegistrationResponseJSON> {
  const parsed = registration.safeParse(value);
  if (!parsed.success) throw noAnswer(field);
  const { response, ...rest } = parsed.data;
  return {
    // What transports there are, the library's types say; new ones are kept as they come.
    response: { ...rest, response: response as RegistrationResponseJSON['response'], clientExtensionResults: {} },
    clientData: readClientData(response.clientDataJSON, field),
  };
}

/** The answer of a passkey that was asked to prove itself. @throws InvalidInput for `field` where it is none */
export function readAssertion(value: unknown, field: string): Read<AuthenticationResponseJSON> {
  const parsed = assertion.safeParse(value);
  if (!parsed.success) throw noAnswer(field);
  const { response, ...rest } = parsed.data;
  const { userHandle, ...signed } = response;
  return {
    response: { ...rest, response: { ...signed, ...(userHandle ? { userHandle } : {}) }, clientExtensionResults: {} },
    clientData: readClientData(response.clientDataJSON, field),
  };
}

function readClientData(encoded: string, field: string): ClientData {
  const parsed = clientData.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')));
  if (!parsed.success) throw noAnswer(field);
  return parsed.data;
}

/** Undefined for what is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noAnswer = (field: string): InvalidInput => new InvalidInput(field, 'This is not the answer of a passkey.');

import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { ClientData, Read } from './passkey-response.ts';
import type { RelyingParty } from './relying-party.ts';

/** EdDSA, ES256, RS256 by their numbers in COSE: what authenticators have, and nothing that only some of ours verify. */
export const algorithms: number[] = [-8, -7, -257];

/** A passkey that was just made. */
export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
}

/**
 * Verifies that an authenticator made a passkey for us, its user being verified (WebAuthn L3, 7.1). Which product it is
 * says nobody: what it attests of itself is not looked at, so that no certificate's addresses are asked.
 * @param challenge that was given; it is taken already
 * @returns null where it does not hold, whatever is wrong
 */
export async function verifyRegistration(
  { id, origins }: RelyingParty,
  { response, clientData }: Read<RegistrationResponseJSON>,
  challenge: string,
): Promise<MadePasskey | null> {
  if (isEmbedded(clientData)) return null;
  const { registrationInfo: made } = await orNothing(async () =>
    verifyRegistrationResponse({
      response: withoutAttestation(response),
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!made || made.credential.id !== response.id) return null;
  return {
    credentialId: made.credential.id,
    publicKey: Buffer.from(made.credential.publicKey),
    counter: made.credential.counter,
    transports: response.response.transports ?? [],
    backupEligible: made.credentialDeviceType === 'multiDevice',
    backedUp: made.credentialBackedUp,
  };
}

/** What a passkey says of itself each time. */
export interface AssertedState {
  readonly counter: number;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
}

/**
 * Verifies that a passkey signed a challenge for us, its user being verified (WebAuthn L3, 7.2). Counters are judged
 * elsewhere, against the row as it is then.
 * @returns null where it does not hold, whatever is wrong
 */
export async function verifyAssertion(
  { id, origins }: RelyingParty,
  { response, clientData }: Read<AuthenticationResponseJSON>,
  { challenge, publicKey }: { readonly challenge: string; readonly publicKey: Uint8Array },
): Promise<AssertedState | null> {
  if (isEmbedded(clientData)) return null;
  // The library refuses a counter that goes back before it looks at the signature: none goes behind 0.
  const credential: WebAuthnCredential = { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 };
  const { verified, authenticationInfo: asserted } = await orNothing(async () =>
    verifyAuthenticationResponse({
      response,
      credential,
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: id,
      requireUserVerification: true,
    }),
  );
  if (!verified || !asserted) return null;
  return {
    counter: asserted.newCounter,
    backupEligible: asserted.credentialDeviceType === 'multiDevice',
    backedUp: asserted.credentialBackedUp,
  };
}

/** Of a page within another one; ours never are. */
const isEmbedded = ({ crossOrigin, topOrigin }: ClientData): boolean => crossOrigin === true || topOrigin !== undefined;

/** The library throws plain errors for whatever does not hold, a response that cannot be read included. */
async function orNothing<R extends object>(verify: () => Promise<R>): Promise<Partial<R>> {
  try {
    return await verify();
  } catch {
    return {};
  }
}

/** The same answer as an authenticator gives that says nothing of itself: format `none`, an empty statement, in CBOR. */
function withoutAttestation(response: RegistrationResponseJSON): RegistrationResponseJSON {
  const given = new Uint8Array(Buffer.from(response.response.attestationObject, 'base64url'));
  const authData = Buffer.from(decodeAttestationObject(given).get('authData'));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  const statement = Buffer.concat([
    Buffer.from([0xa3, 0x63]),
    Buffer.from('fmt'),
    Buffer.from([0x64]),
    Buffer.from('none'),
    Buffer.from([0x67]),
    Buffer.from('attStmt'),
    Buffer.from([0xa0, 0x68]),
    Buffer.from('authData'),
    Buffer.from([0x59]),
    length,
    authData,
  ]);
  return { ...response, response: { ...response.response, attestationObject: statement.toString('base64url') } };
}

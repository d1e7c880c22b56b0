import * as fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from '#identity/access-token.ts';
import { readToken } from '#identity/recognise-viewer.ts';
import { StartupError, Unauthenticated } from '#platform/errors.ts';

const secretOf = (kid: string) => ({ kid, secret: `${kid}-`.padEnd(40, 'x') });
const options = { secrets: [secretOf('k2'), secretOf('k1')], issuer: 'tenure', accessTokenSeconds: 900 };
const tokens = createAccessTokens(options);
const now = new Date('2026-03-01T12:00:00.400Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const session = {
  id: '0195a000-0000-7000-8000-000000000001',
  ownerId: '0195a000-0000-7000-8000-000000000002',
  authenticatedAt: later(-3600),
  methods: ['pwd'],
};
const stranger = { ...session, ownerId: '0195a000-0000-7000-8000-000000000003' };
const issue = (subject = session, at = now): string => tokens.issue(subject, at, 'jti-1').token;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Forgery {
  readonly header?: object;
  readonly secret?: string;
  readonly algorithm?: jwt.Algorithm;
}
const sign = (claims: object, { header, secret = secretOf('k2').secret, algorithm = 'HS256' }: Forgery = {}): string =>
  jwt.sign(JSON.stringify(claims), secret, {
    algorithm,
    header: { alg: algorithm, typ: 'at+jwt', kid: 'k2', ...header },
  });
const goodClaims = {
  iss: 'tenure',
  aud: 'tenure-api',
  sub: session.ownerId,
  sid: session.id,
  jti: 'j',
  iat: 1_772_366_400,
  exp: 1_772_367_300,
  auth_time: 1_772_362_800,
  amr: ['pwd'],
};

describe('createAccessTokens', () => {
  it('issues a token that says who, which session, until when, and when and how the sign-in was', () => {
    const { token, expiresAt } = tokens.issue(session, now, 'jti-1');
    const decoded = jwt.decode(token, { complete: true });
    expect(decoded?.header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: 'k2' });
    expect(decoded?.payload).toEqual({ ...goodClaims, jti: 'jti-1' });
    expect(expiresAt).toEqual(new Date(goodClaims.exp * 1000));
  });

  it('reads back what it issued, and says when it has run out', () => {
    const claims = { sub: session.ownerId, sid: session.id, jti: 'jti-1', amr: ['pwd'] };
    expect(tokens.verify(issue(), now)).toMatchObject({ claims, isExpired: false });
    expect(tokens.verify(issue(), new Date('2026-03-01T12:14:59.999Z'))?.isExpired).toBe(false);
    expect(tokens.verify(issue(), new Date('2026-03-01T12:15:00Z'))?.isExpired).toBe(true);
  });

  it('goes on verifying what an older secret signed, until the secret is withdrawn', () => {
    const before = createAccessTokens({ ...options, secrets: [secretOf('k1')] }).issue(session, now, 'j').token;
    expect(tokens.verify(before, now)?.claims.sub).toBe(session.ownerId);
    const after = createAccessTokens({ ...options, secrets: [secretOf('k3'), secretOf('k2')] });
    expect(after.verify(before, now)).toBeNull();
    expect(after.verify(issue(), now)?.claims.sub).toBe(session.ownerId);
  });

  it('accepts a token made by hand only if nothing about it is wrong', () => {
    expect(tokens.verify(sign(goodClaims), now)?.claims.sid).toBe(session.id);
  });

  it.each([
    ['of another type', sign(goodClaims, { header: { typ: 'JWT' } })],
    ['for another audience', sign({ ...goodClaims, aud: 'tenure-mail' })],
    ['of another issuer', sign({ ...goodClaims, iss: 'elsewhere' })],
    ['with an unknown key id', sign(goodClaims, { header: { kid: 'k9' } })],
    ['without a key id', sign(goodClaims, { header: { kid: undefined } })],
    ['whose key id is that of another secret', sign(goodClaims, { header: { kid: 'k1' } })],
    ['signed with another secret', sign(goodClaims, { secret: 'z'.repeat(40) })],
    ['signed with another algorithm', sign(goodClaims, { algorithm: 'HS512' })],
    ['that is not signed', `${part({ alg: 'none', typ: 'at+jwt', kid: 'k2' })}.${part(goodClaims)}.`],
    ['without a session', sign({ ...goodClaims, sid: undefined })],
    ['whose subject is no id', sign({ ...goodClaims, sub: "' or 1=1" })],
    ['without an end', sign({ ...goodClaims, exp: undefined })],
    ['that is not valid yet', sign({ ...goodClaims, nbf: goodClaims.exp })],
  ])('does not accept a token %s', (_what, token) => {
    expect(tokens.verify(token, now)).toBeNull();
  });

  it('does not accept a token with anything changed in it', () => {
    const token = issue();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCabc019-_.'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        // The last letter of a signature carries two bits that decoding drops.
        fc.pre(changed.slice(0, -1) !== token.slice(0, -1));
        expect(tokens.verify(changed, now)).toBeNull();
      }),
    );
  });

  it('answers garbage with null and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.json(), { maxLength: 4 }).map((parts) => parts.map(part).join('.')),
        ),
        (text) => {
          expect(tokens.verify(text, now)).toBeNull();
        },
      ),
    );
  });

  it('refuses to start without a secret', () => {
    expect(() => createAccessTokens({ ...options, secrets: [] })).toThrow(StartupError);
  });
});

const read = (authorization?: string, cookie?: string | null, at = now) =>
  readToken(tokens, { authorization, cookie }, at);
const mine = { sub: session.ownerId };

describe('readToken', () => {
  it('finds the bearer token, else the cookie', () => {
    expect(read(`Bearer ${issue()}`)).toMatchObject(mine);
    expect(read(`bearer   ${issue()} `)).toMatchObject(mine);
    expect(read(undefined, issue())).toMatchObject(mine);
    expect(read(undefined, null)).toBe('absent');
    expect(read('', '')).toBe('absent');
  });

  it.each(['Bearer', 'Bearer ', 'Bearer x y', 'Bearer a.b.c', 'bearertoken', 'Basic YTpi', '\u0000'])(
    'takes the header %j for no token',
    (header) => {
      expect(read(header)).toBe('invalid');
    },
  );

  it('leaves the cookie in charge under the authorization scheme of a proxy, but not under a broken bearer token', () => {
    expect(read('Basic YTpi', issue())).toMatchObject(mine);
    expect(read('Bearer broken', issue())).toBe('invalid');
  });

  it('tells a token that has run out from one that never was', () => {
    expect(read(`Bearer ${issue()}`, null, later(901))).toBe('expired');
    expect(read(undefined, issue(), later(901))).toBe('expired');
    expect(read(undefined, 'broken')).toBe('invalid');
  });

  it('refuses header and cookie of different accounts, run out or not', () => {
    expect(() => read(`Bearer ${issue()}`, issue(stranger))).toThrow(Unauthenticated);
    expect(() => read(`Bearer ${issue()}`, issue(stranger, later(-3600)))).toThrow(Unauthenticated);
    expect(read(`Bearer ${issue()}`, issue())).toMatchObject(mine);
    expect(read(`Bearer ${issue()}`, 'broken')).toMatchObject(mine);
  });
});

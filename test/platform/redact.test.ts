import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '#platform/open-log.ts';

const logged = (...given: readonly unknown[]): string => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  log.child({ requestId: 'r' }).info(...(given as [string]));
  return lines.join('');
};
const parsed = (...given: readonly unknown[]) => JSON.parse(logged(...given)) as Record<string, unknown>;

const secretWords = [
  ['password'],
  ['new', 'password'],
  ['current', 'password'],
  ['access', 'token'],
  ['refresh', 'token'],
  ['invite', 'token'],
  ['set', 'cookie'],
  ['authorization'],
  ['code'],
  ['claim', 'code'],
  ['recovery', 'codes'],
  ['totp'],
  ['client', 'secret'],
  ['challenge'],
  ['code', 'verifier'],
  ['private', 'key'],
];
const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
const spellings: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.map((word, index) => (index > 0 ? capital(word) : word)).join(''),
  (words) => words.map(capital).join(''),
  (words) => words.map(capital).join('-'),
  (words) => words.join('_'),
  (words) => words.join('-'),
  (words) => words.join('_').toUpperCase(),
];
const secretName = fc
  .tuple(fc.constantFrom(...secretWords), fc.constantFrom(...spellings))
  .map(([words, spell]) => spell(words));
const secret = fc.stringMatching(/^[a-z"'\\\n{}]{1,20}$/).map((text) => `Zx9${text}`);
const secretValue = fc.oneof(
  secret,
  fc.array(secret, { minLength: 1 }),
  secret.map((value) => ({ value: [{ value }] })),
);
const { nested } = fc.letrec((tie) => ({
  nested: fc.oneof(
    { depthSize: 'medium' },
    fc.tuple(secretName, secretValue).map(([name, value]) => ({ [name]: value, operation: 'Mine' })),
    fc.array(tie('nested'), { minLength: 1, maxLength: 3 }),
    tie('nested').map((input) => ({ input, count: 1 })),
  ),
}));

describe('the log', () => {
  it('holds nothing of what has a secret name, however that is written and however deep it lies', () => {
    fc.assert(
      fc.property(nested, (value) => {
        const line = logged({ given: value }, 'told');
        expect(line).not.toContain('Zx9');
        expect(line).toContain('"msg":"told"');
      }),
      { numRuns: 500 },
    );
  });

  it('holds nothing of a value that the message of an error quotes, whatever the value is made of', () => {
    fc.assert(
      fc.property(secret, (value) => {
        for (const message of [
          `Variable "$input" got invalid value ${JSON.stringify(value)} at "input.password"; no`,
          `String cannot represent a non string value: ${value}`,
          `Trying to set User.email of type 'string' to '${value}' of type 'string'`,
          `invalid input syntax for type uuid: "${value}"`,
          `Unexpected token 'h', ..."${value}" is not valid JSON`,
          `It isn't "${'x'.repeat(4_000)}" but "${value}"`,
          `No end of 'Zx9`,
        ])
          expect(logged({ err: new Error(message) })).not.toContain('Zx9');
      }),
    );
  });

  it('is one line for each event, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = logged({ operation: `${text}\r\n{"level":60}` }, `told\n${text}`);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(() => JSON.parse(line)).not.toThrow();
      }),
    );
  });

  it.each([
    ['the password of a connection URL', 'postgres://tenure_app:Zx9/a#b?c@db.example.org:5432/tenure'],
    ['the token of a link', 'see https://jobs.example.org/verify#Zx9'],
    ['the query of an address', 'GET https://jobs.example.org/a?code=Zx9&state=Zx9'],
    ['a bearer token', 'Authorization: Bearer Zx9.Zx9.Zx9'],
    ['a cookie', 'cookie: a=Zx9; b=Zx9'],
    ['what follows a secret name', 'login(input: { email: "a@example.com", password: "Zx9 \\" Zx9" })'],
    ['a form', 'grant_type=password&refresh_token=Zx9&x=1'],
    ['a hash of a password', 'found $argon2id$v=19$m=19456,p=1,t=2$Zx9+/$Zx9'],
    ['a long run of letters and digits', `it was ${'Zx9-'.repeat(11)}`],
  ])('keeps out of a text %s', (_what, text) => {
    const error = Object.assign(new Error(text), { detail: text });
    for (const line of [logged(text), logged({ text: [text] }), logged({ err: error }), logged('it: %s', text)])
      expect(line).not.toContain('Zx9');
  });

  it('holds of an error of the database its code and names, and no row of it', () => {
    const carried = {
      code: '23505',
      severity: 'ERROR',
      table: 'users',
      constraint: 'users_email_key',
      detail: 'Key (email)=(Zx9) already exists.',
      where: 'Zx9',
      parameters: ['Zx9'],
      query: "insert into users values ('Zx9')",
    };
    const message = 'duplicate key value violates unique constraint "users_email_key"';
    const line = logged({ err: Object.assign(new Error(message), carried) });
    expect(line).not.toContain('Zx9');
    const { stack, ...told } = JSON.parse(line).err as Record<string, unknown>;
    expect(stack).toMatch(/^ {4}at .*redact\.test\.ts.*:\d+:\d+\n/);
    const { code, severity, table, constraint } = carried;
    expect(told).toEqual({ type: 'Error', message, code, severity, table, constraint });
  });

  it('holds no words of a trigger, and no token of a statement that cannot be read', () => {
    for (const [code, message] of [
      ['P0001', 'Zx9 is refused'],
      ['42601', 'syntax error at or near "Zx9"'],
    ])
      expect(parsed({ err: Object.assign(new Error(message), { code }) })['err']).toMatchObject({ code });
    expect(logged({ err: Object.assign(new Error('Zx9 is refused'), { code: 'P0001' }) })).not.toContain('Zx9');
    expect(logged({ err: Object.assign(new Error('at or near "Zx9"'), { code: '42601' }) })).not.toContain('Zx9');
  });

  it('looks into causes and errors beside each other, and is not caught in a circle', () => {
    const inner = Object.assign(new Error('no "Zx9"'), { code: 'EPIPE' });
    const outer: Error = new AggregateError([inner], 'all "Zx9"', { cause: inner });
    inner.cause = outer;
    const line = logged(outer);
    expect(line).not.toContain('Zx9');
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'AggregateError', cause: { code: 'EPIPE' }, errors: [{ code: 'EPIPE' }] },
    });
  });

  it('takes no line of a message for a frame of the stack', () => {
    const { err } = parsed({ err: new Error('no\n    at Zx9 (file:///a.ts:1:1)\nno') });
    expect(err).toMatchObject({ stack: expect.not.stringContaining('Zx9') });
  });

  it('says which property of something missing was read', () => {
    const message = "Cannot read properties of undefined (reading 'name')";
    expect(parsed({ err: new TypeError(message) })['err']).toMatchObject({ type: 'TypeError', message });
  });

  it('holds of requests, buffers and maps no more than what they are', () => {
    const things = { a: Buffer.from('Zx9'), b: new Map([['a', 'Zx9']]), c: new URL('https://a.example/#Zx9') };
    expect(parsed(things)).toMatchObject({ a: '[Buffer]', b: '[Map]', c: '[URL]' });
  });

  it('binds its children to nothing secret', () => {
    const lines: string[] = [];
    openLog('info', { write: (line) => void lines.push(line) })
      .child({ a: 1 })
      .child({ accessToken: 'Zx9' })
      .info('told');
    expect(lines.join('')).toMatch(/"a":1,"accessToken":"\[hidden\]".*"msg":"told"/);
  });

  it('leaves lines alone that have nothing to hide', () => {
    const line = { operation: 'MyPersonas', codes: ['NOT_FOUND'], requestId: '0191d3c2-1f2e-7abc-8def-0123456789ab' };
    expect(parsed(line, 'operation')).toMatchObject({ ...line, msg: 'operation' });
  });
});

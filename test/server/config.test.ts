import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { StartupError } from '#platform/errors.ts';
import { exampleEnvironment, readConfig } from '../../src/config.ts';

const secret = 'main:0123456789abcdef0123456789abcdef';
const databases = {
  DATABASE_URL: 'postgres://tenure_app:x@db/tenure',
  DATABASE_IDENTITY_URL: 'postgres://tenure_identity:x@db/tenure',
  DATABASE_STAFF_URL: 'postgres://tenure_staff:x@db/tenure',
  DATABASE_SYSTEM_URL: 'postgres://tenure_system:x@db/tenure',
};

const secrets = { JWT_SECRETS: secret, ENCRYPTION_KEYS: 'main:fedcba9876543210fedcba9876543210' };
const production = {
  NODE_ENV: 'production',
  ...secrets,
  CORS_ORIGINS: 'https://jobs.example.org',
  SMTP_URL: 'smtps://tenure:x%2Fy@smtp.example.org',
  MAIL_FROM: 'Tenure <no-reply@jobs.example.org>',
};

const faultsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      isLoopback: true,
      database: null,
      wantsDemo: true,
      graphiql: true,
    });
  });

  it('takes an empty setting for one that is not there', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, database: null });
  });

  it('takes a first admin with address and password, in the form they are used in', () => {
    const given = { ADMIN_EMAIL: ' Root@Example.com ', ADMIN_PASSWORD: 'correct horse 1!' };
    expect(readConfig(given).firstAdmin).toEqual({ email: 'root@example.com', password: 'correct horse 1!' });
    expect(readConfig({}).firstAdmin).toBeNull();
    for (const name of ['ADMIN_EMAIL', 'ADMIN_PASSWORD'] as const)
      expect(faultsOf({ [name]: given[name] })).toContain('ADMIN_EMAIL, ADMIN_PASSWORD: set both or none');
    expect(faultsOf({ ...given, ADMIN_EMAIL: 'root' })).toContain('ADMIN_EMAIL: this is no e-mail address');
  });

  it('opens accounts at once, and in production once the address is proven, unless told otherwise', () => {
    const served = { ...production, ...databases, PUBLIC_URL: 'https://jobs.example.org' };
    expect(readConfig({}).registration).toBe('open');
    expect(readConfig(served).registration).toBe('verified');
    for (const REGISTRATION of ['open', 'verified', 'closed'] as const)
      for (const environment of [{}, served])
        expect(readConfig({ ...environment, REGISTRATION }).registration).toBe(REGISTRATION);
  });

  it('polls sources and looks for postings unless told, and keeps closed ones for a while', () => {
    expect(readConfig({})).toMatchObject({
      pollsSources: true,
      checksApplied: true,
      retention: { closedPostingDays: 180 },
    });
    const quiet = { POLL_SOURCES: '0', CHECK_APPLIED: '0', RETENTION_CLOSED_DAYS: '0' };
    expect(readConfig(quiet)).toMatchObject({
      pollsSources: false,
      checksApplied: false,
      retention: { closedPostingDays: null },
    });
    expect(faultsOf({ POLL_SOURCES: 'no' })).toContain('POLL_SOURCES:');
  });

  it('names every fault at once', () => {
    const faults = faultsOf({ PORT: 'high', DEMO: 'yes', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' });
    expect(faults).toContain('PORT:');
    expect(faults).toContain('DEMO:');
    expect(faults).toContain('LOG_LEVEL:');
    expect(faults).toContain('DATABASE_URL:');
  });

  it('takes a database of one’s own with all four logins and a secret', () => {
    expect(readConfig({ ...databases, ...secrets }).database?.app).toBe(databases.DATABASE_URL);
    expect(faultsOf({ DATABASE_URL: databases.DATABASE_URL, JWT_SECRETS: secret })).toContain(
      'DATABASE_IDENTITY_URL, DATABASE_STAFF_URL, DATABASE_SYSTEM_URL',
    );
    for (const name of Object.keys(secrets))
      expect(faultsOf(databases)).toContain(`${name}: needed with a database of your own`);
  });

  it('takes further URLs of the app login only beside the others', () => {
    const further = { DATABASE_REPLICA_URL: 'postgres://copy/tenure', DATABASE_LISTEN_URL: 'postgres://db/tenure' };
    expect(readConfig({ ...databases, ...further, ...secrets }).database).toMatchObject({
      replica: further.DATABASE_REPLICA_URL,
      listen: further.DATABASE_LISTEN_URL,
    });
    for (const [name, url] of Object.entries(further))
      expect(faultsOf({ [name]: url })).toContain('needed beside the other DATABASE_ settings');
  });

  it('takes a port for metrics that is not the API’s', () => {
    expect(readConfig({}).metricsPort).toBeUndefined();
    expect(readConfig({ METRICS_PORT: '9464' }).metricsPort).toBe(9464);
    expect(readConfig({ METRICS_PORT: '0', PORT: '0' }).metricsPort).toBe(0);
    expect(faultsOf({ METRICS_PORT: '4000' })).toContain('METRICS_PORT: choose another than PORT');
    expect(faultsOf({ METRICS_PORT: '65536' })).toContain('METRICS_PORT: ');
  });

  it.each([
    ['JWT_SECRETS', 'jwtSecrets'],
    ['ENCRYPTION_KEYS', 'encryptionKeys'],
  ] as const)('reads several %s in order and refuses short, nameless and ambiguous ones', (name, key) => {
    const other = 'next:abcdefghijklmnopqrstuvwxyz012345';
    expect(readConfig({ [name]: `${secret},${other}` })[key].map(({ kid }) => kid)).toEqual(['main', 'next']);
    expect(faultsOf({ [name]: 'main:short' })).toContain(`${name}: write kid:secret, each secret 32 bytes or more`);
    expect(faultsOf({ [name]: '0123456789abcdef0123456789abcdef' })).toContain(`${name}: write kid:secret`);
    expect(faultsOf({ [name]: `${secret},${other},${secret}` })).toContain(`${name}: two secrets have the same kid`);
  });

  it.each([
    'https://jobs.example.org/',
    'https://jobs.example.org/app',
    'jobs.example.org',
    'HTTPS://jobs.example.org',
    'null',
    '*',
  ])('refuses %s, which no browser sends as its origin', (entry) => {
    expect(faultsOf({ CORS_ORIGINS: `https://other.example, ${entry}` })).toBe(
      `Settings to correct:\n  CORS_ORIGINS: ${entry} is no origin; write each like https://jobs.example.org, never *`,
    );
  });

  it('takes origins with and without a port', () => {
    expect(readConfig({ CORS_ORIGINS: 'https://jobs.example.org, http://localhost:5173' }).corsOrigins).toEqual([
      'https://jobs.example.org',
      'http://localhost:5173',
    ]);
  });

  it('takes Redis or Valkey to count in, and other limits than the schema’s', () => {
    expect(readConfig({})).toMatchObject({ redisUrl: null, rateLimits: [] });
    expect(readConfig({ REDIS_URL: 'rediss://:secret@cache:6380/1', RATE_LIMITS: 'register:IP=30/1h' })).toMatchObject({
      redisUrl: 'rediss://:secret@cache:6380/1',
      rateLimits: [{ field: 'register', key: 'IP', max: 30, windowSeconds: 3_600 }],
    });
    expect(faultsOf({ REDIS_URL: 'http://cache:6379' })).toContain('REDIS_URL:');
    expect(faultsOf({ RATE_LIMITS: 'register:IP=30/1h,register=off' })).toContain(
      'RATE_LIMITS: register=off is not FIELD:KEY=MAX/WINDOW',
    );
  });

  describe('providers at which one can sign in', () => {
    const work = {
      id: 'work',
      label: 'Work',
      issuer: 'https://id.example.org',
      clientId: 'tenure',
      clientSecret: 'not for anybody’s eyes',
    };
    const list = (...entries: readonly object[]) => ({ OIDC_PROVIDERS: JSON.stringify(entries) });

    it('are none, or those with a client, each with what it is known not to do', () => {
      expect(readConfig({}).providers).toEqual([]);
      const given = {
        GOOGLE_CLIENT_ID: 'g',
        GOOGLE_CLIENT_SECRET: 'gs',
        LINKEDIN_CLIENT_ID: 'l',
        LINKEDIN_CLIENT_SECRET: 'ls',
      };
      const strict = { takesVerifier: true, repeatsNonce: true };
      expect(readConfig({ ...given, ...list(work) }).providers).toMatchObject([
        { id: 'google', issuer: 'https://accounts.google.com', clientId: 'g', clientSecret: 'gs', profile: strict },
        {
          id: 'linkedin',
          issuer: 'https://www.linkedin.com/oauth',
          clientSecret: 'ls',
          profile: { takesVerifier: false, repeatsNonce: false },
        },
        { ...work, profile: { ...strict, asksAgain: true } },
      ]);
    });

    it('need client and secret', () => {
      for (const name of ['GOOGLE', 'LINKEDIN'])
        for (const half of ['ID', 'SECRET'])
          expect(faultsOf({ [`${name}_CLIENT_${half}`]: 'x' })).toContain(
            `${name}_CLIENT_ID, ${name}_CLIENT_SECRET: set both or none`,
          );
    });

    it.each([
      ['no list', 'OIDC_PROVIDERS: write a JSON list', '{"id":"work"}'],
      ['no JSON', 'OIDC_PROVIDERS: write a JSON list', '[{'],
      ['something else in it', 'OIDC_PROVIDERS: write a JSON list', [{ ...work, scope: 'all' }]],
      ['an id with capitals', 'OIDC_PROVIDERS: 0.id: ', [{ ...work, id: 'Work' }]],
      ['an id that leads elsewhere', 'OIDC_PROVIDERS: 0.id: ', [{ ...work, id: '../x' }]],
      ['no label', 'OIDC_PROVIDERS: 0.label: ', [{ ...work, label: ' ' }]],
      ['no secret', 'OIDC_PROVIDERS: 0.clientSecret: ', [{ ...work, clientSecret: '' }]],
      ['an issuer that is no address', 'OIDC_PROVIDERS: 0.issuer: ', [{ ...work, issuer: 'id.example.org' }]],
      ['an issuer with a query', 'OIDC_PROVIDERS: 0.issuer: ', [{ ...work, issuer: 'https://id.example.org/?' }]],
      ['plain HTTP elsewhere', 'OIDC_PROVIDERS: 0.issuer: ', [{ ...work, issuer: 'http://id.example.org' }]],
      ['two of one id', 'OIDC_PROVIDERS: two have the same id', [work, { ...work, issuer: 'https://two.example.org' }]],
      ['two of one issuer', 'OIDC_PROVIDERS: two have the same issuer', [work, { ...work, id: 'again' }]],
      ['the id of a built-in one', 'OIDC_PROVIDERS: two have the same id', [{ ...work, id: 'google' }]],
    ])('are refused with %s', (_what, fault, given) => {
      const faults = faultsOf({ OIDC_PROVIDERS: typeof given === 'string' ? given : JSON.stringify(given) });
      expect(faults).toContain(fault);
      expect(faults).not.toContain(work.clientSecret);
    });

    it('are asked by plain HTTP on this machine alone, and never in production', () => {
      const local = list({ ...work, issuer: 'http://localhost:9000' });
      expect(readConfig(local).providers).toHaveLength(1);
      expect(faultsOf({ ...production, ...local })).toContain('OIDC_PROVIDERS: an issuer is not https');
    });
  });

  it('refuses in production what would be unsafe there', () => {
    const faults = faultsOf({ NODE_ENV: 'production' });
    for (const name of Object.keys(secrets)) expect(faults).toContain(`${name}: needed in production`);
    expect(faults).toContain('CORS_ORIGINS');
    expect(faultsOf({ NODE_ENV: 'production', JWT_SECRETS: secret, CORS_ORIGINS: '*' })).toContain('never *');
    expect(
      faultsOf({ NODE_ENV: 'production', JWT_SECRETS: secret, CORS_ORIGINS: 'http://jobs.example.org' }),
    ).toContain('not https');
    expect(faultsOf({ NODE_ENV: 'production', BREACH_CHECK_URL: 'http://mirror.example' })).toContain(
      'BREACH_CHECK_URL: not https',
    );
    expect(readConfig(production)).toMatchObject({ isProduction: true, graphiql: false });
  });

  it('answers any document unless told, and has no playground where it answers the client’s alone', () => {
    expect(readConfig({})).toMatchObject({ onlyClientDocuments: false, graphiql: true });
    const only = { PERSISTED_DOCUMENTS: 'only' };
    expect(readConfig(only)).toMatchObject({ onlyClientDocuments: true, graphiql: false });
    expect(readConfig({ ...only, GRAPHIQL: 'false' })).toMatchObject({ graphiql: false });
    expect(faultsOf({ ...only, GRAPHIQL: 'true' })).toContain('GRAPHIQL: nothing that is asked there is answered');
    expect(faultsOf({ PERSISTED_DOCUMENTS: 'yes' })).toContain('PERSISTED_DOCUMENTS:');
  });

  it('judges new passwords by classes and asks about breaches, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      passwordPolicy: 'classes',
      breachCheckUrl: 'https://api.pwnedpasswords.com',
      passwordPepper: null,
    });
    expect(readConfig({ PASSWORD_POLICY: 'length', BREACH_CHECK_URL: 'off' })).toMatchObject({
      passwordPolicy: 'length',
      breachCheckUrl: null,
    });
    expect(readConfig({ BREACH_CHECK_URL: 'http://mirror:8080/hibp/' }).breachCheckUrl).toBe(
      'http://mirror:8080/hibp/',
    );
    expect(faultsOf({ PASSWORD_POLICY: 'none' })).toContain('PASSWORD_POLICY:');
  });

  it.each([
    'no',
    'api.pwnedpasswords.com',
    'ftp://mirror.example',
    'https://mirror example',
    'https://user:word@mirror.example',
    'https://mirror.example?key=1',
    'https://mirror.example#range',
  ])('refuses to ask about breaches at %s', (url) => {
    expect(faultsOf({ BREACH_CHECK_URL: url })).toBe(
      'Settings to correct:\n  BREACH_CHECK_URL: write a URL without login, query and fragment, or off',
    );
  });

  it('takes a pepper of 32 bytes or more', () => {
    const pepper = 'ä'.repeat(16);
    expect(readConfig({ PASSWORD_PEPPER: pepper }).passwordPepper).toEqual(Buffer.from(pepper));
    expect(faultsOf({ PASSWORD_PEPPER: 'a'.repeat(31) })).toContain('PASSWORD_PEPPER: needs 32 bytes or more');
  });

  it('refuses production without a server for mails, and a server without a sender', () => {
    expect(faultsOf({ ...production, SMTP_URL: '', MAIL_FROM: '' })).toBe(
      'Settings to correct:\n  SMTP_URL: needed in production',
    );
    expect(faultsOf({ ...production, MAIL_FROM: '' })).toBe('Settings to correct:\n  MAIL_FROM: needed with SMTP_URL');
    expect(faultsOf({ SMTP_URL: 'smtp://localhost:1025' })).toContain('MAIL_FROM: needed with SMTP_URL');
  });

  it('asks no language model unless told where, and which', () => {
    expect(readConfig({}).languageModel).toBeNull();
    expect(readConfig({ LLM_BASE_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'small' }).languageModel).toEqual({
      baseUrl: 'http://localhost:11434/v1',
      model: 'small',
      apiKey: null,
      timeoutMs: 30_000,
    });
    expect(faultsOf({ LLM_BASE_URL: 'http://localhost/v1' })).toContain('LLM_MODEL: needed with LLM_BASE_URL');
    expect(faultsOf({ LLM_API_KEY: 'key' })).toContain('LLM_BASE_URL: needed with LLM_MODEL and LLM_API_KEY');
    expect(faultsOf({ LLM_TIMEOUT_SECONDS: '0' })).toContain('LLM_TIMEOUT_SECONDS');
    for (const url of ['localhost/v1', 'ftp://localhost', 'http://me:key@localhost/v1', 'http://localhost/v1?key=1'])
      expect(faultsOf({ LLM_BASE_URL: url, LLM_MODEL: 'small' })).toContain('LLM_BASE_URL: write it like');
  });

  it('leads links of mails to the client: where production has it, and else to where it listens', () => {
    expect(readConfig({}).mail).toMatchObject({ smtpUrl: null, publicUrl: null });
    expect(readConfig({ CORS_ORIGINS: 'http://localhost:5173' }).mail.publicUrl).toBeNull();
    expect(readConfig(production).mail).toEqual({
      smtpUrl: production.SMTP_URL,
      from: { name: 'Tenure', address: 'no-reply@jobs.example.org' },
      publicUrl: 'https://jobs.example.org',
    });
    const elsewhere = { ...production, PUBLIC_URL: 'https://app.example.org' };
    expect(readConfig(elsewhere).mail.publicUrl).toBe('https://app.example.org');
    expect(faultsOf({ ...production, PUBLIC_URL: 'http://app.example.org' })).toContain('PUBLIC_URL: not https');
    for (const url of ['https://app.example.org/', 'app.example.org', 'https://app.example.org/jobs'])
      expect(faultsOf({ PUBLIC_URL: url })).toContain('PUBLIC_URL: write it like https://jobs.example.org');
  });

  it.each([
    'http://smtp.example.org',
    'smtp.example.org',
    'smtp://',
    'smtp://smtp.example.org?requireTLS=false',
    'smtp://smtp.example.org/inbox',
    'smtp://tenure:50%off@smtp.example.org',
  ])('refuses %s as a server for mails, without repeating it', (url) => {
    const faults = faultsOf({ ...production, SMTP_URL: url });
    expect(faults).toContain('SMTP_URL: write smtp://user:password@host:port');
    expect(faults).not.toContain('50%off');
  });

  it.each(['nobody', 'a@example.org, b@example.org', 'Tenure <a@example.org', 'a@example.org\r\nBcc: b@example.org'])(
    'refuses %j as a sender',
    (from) => {
      expect(faultsOf({ ...production, MAIL_FROM: from })).toContain('MAIL_FROM: write an address');
    },
  );

  it('takes a sender with and without a name', () => {
    const { mail } = readConfig({ ...production, MAIL_FROM: 'no-reply@jobs.example.org' });
    expect(mail.from).toEqual({ name: '', address: 'no-reply@jobs.example.org' });
  });

  it('knows when only this machine can reach it', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).isLoopback).toBe(false);
    expect(readConfig({ HOST: '::1' }).isLoopback).toBe(true);
  });
});

describe('.env.example', () => {
  it('lists every setting as the code has it', () => {
    expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(exampleEnvironment());
  });
});

import { z } from 'zod';
import type { ProviderSettings } from '#identity/provider-profiles.ts';
import type { LanguageModelSettings } from '#platform/language-model.ts';
import { StartupError } from '#platform/errors.ts';
import { isLoopbackHost } from '#platform/loopback-host.ts';
import type { SurfacingOptions } from './server/start-surfacing.ts';
import { accountFaults, accountSettings, readAccountSettings, type AccountSettings } from './account-settings.ts';
import { documentFaults, documentSettings, readDocumentSettings, type DocumentSettings } from './document-settings.ts';
import { llmFaults, llmSettings, readLlmSettings } from './llm-settings.ts';
import { limitFaults, limitSettings, readLimitSettings, type LimitSettings } from './limit-settings.ts';
import { mailFaults, mailSettings, readMailSettings, type MailSettings } from './mail-settings.ts';
import { providerFaults, providerSettings, readProviders } from './provider-settings.ts';
import { postingSettings, readPostingSettings, type PostingSettings } from './posting-settings.ts';
import { readSurfacingSettings, surfacingSettings } from './surfacing-settings.ts';
import { readSecretSettings, secretFaults, secretSettings, type SecretSettings } from './secret-settings.ts';

/** Every setting, with what it is for: `.env.example` is generated from here. */
const settings = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('`production` refuses unsafe settings'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port of the API and the client'),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe(
      'Port of /metrics for Prometheus, on HOST too; without it there are none. They are open to all who reach it',
    ),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  TENURE_DATA_DIR: z.string().min(1).default('.tenure').describe('Folder of the embedded database and its secrets'),
  DEMO: z.enum(['0', '1']).default('1').describe('`0` starts without demo account and postings'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Login tenure_app on your own PostgreSQL (15 or newer) instead of the embedded one'),
  DATABASE_IDENTITY_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Login tenure_identity there'),
  DATABASE_STAFF_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Login tenure_staff there'),
  DATABASE_SYSTEM_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Login tenure_system there'),
  DATABASE_REPLICA_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'Login tenure_app on a copy that queries read instead; what they see, new and ended sessions too, is as old as it',
    ),
  DATABASE_LISTEN_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'Login tenure_app without a pooler between, where DATABASE_URL leads through one: subscriptions listen there',
    ),
  DATABASE_ADMIN_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('For `npm run migrate` alone: a login that may create roles; the server never uses it'),
  DATABASE_LOGIN_SECRET: z
    .string()
    .optional()
    .describe('For `npm run authz -- explain` alone: as `npm run migrate` wrote it; the server never uses it'),
  ...secretSettings,
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Proxies in front whose X-Forwarded-* headers are believed'),
  CORS_ORIGINS: z
    .string()
    .optional()
    .describe('Origins that may use cookies, comma-separated; outside production localhost by default'),
  ...accountSettings,
  ...limitSettings,
  ...surfacingSettings,
  ...postingSettings,
  ...mailSettings,
  ...providerSettings,
  WORD_VECTORS: z
    .string()
    .min(1)
    .optional()
    .describe('File that `npm run vectors -- train` made, to compare titles by instead of the one that comes along'),
  ...llmSettings,
  ...documentSettings,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severe log line to write'),
} as const;

const schema = z.object(settings);

export interface ExternalDatabase {
  readonly app: string;
  readonly identity: string;
  readonly staff: string;
  readonly system: string;
  readonly replica?: string | undefined;
  readonly listen?: string | undefined;
}

export interface Config extends AccountSettings, DocumentSettings, LimitSettings, PostingSettings, SecretSettings {
  readonly isProduction: boolean;
  readonly port: number;
  /** Undefined: no metrics. */
  readonly metricsPort: number | undefined;
  readonly host: string;
  readonly isLoopback: boolean;
  readonly dataFolder: string;
  readonly wantsDemo: boolean;
  /** Null: the embedded database. */
  readonly database: ExternalDatabase | null;
  readonly databaseAdminUrl: string | null;
  readonly databaseLoginSecret: string | null;
  readonly trustedProxies: number;
  readonly corsOrigins: readonly string[] | null;
  /** How much is matched at a time. */
  readonly surfacing: SurfacingOptions;
  readonly mail: MailSettings;
  /** At which one can sign in. */
  readonly providers: readonly ProviderSettings[];
  /** Null: those that come along. */
  readonly wordVectorsFile: string | null;
  /** Null: none is asked. */
  readonly languageModel: LanguageModelSettings | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings.
 * @throws StartupError naming every fault at once
 */
export function readConfig(environment: Environment = process.env): Config {
  const env = parseSettings(environment);
  const corsOrigins = readOrigins(env.CORS_ORIGINS);
  const isProduction = env.NODE_ENV === 'production';
  const all = faultsTogether(env, corsOrigins);
  if (all.length > 0) throw faults(all);
  return Object.freeze({
    isProduction,
    port: env.PORT,
    metricsPort: env.METRICS_PORT,
    host: env.HOST,
    isLoopback: isLoopbackHost(env.HOST),
    dataFolder: env.TENURE_DATA_DIR,
    wantsDemo: env.DEMO === '1',
    database: readDatabase(env),
    databaseAdminUrl: env.DATABASE_ADMIN_URL ?? null,
    databaseLoginSecret: env.DATABASE_LOGIN_SECRET ?? null,
    ...readSecretSettings(env),
    trustedProxies: env.TRUSTED_PROXIES,
    corsOrigins,
    ...readAccountSettings(env, isProduction),
    ...readLimitSettings(env),
    surfacing: readSurfacingSettings(env),
    ...readPostingSettings(env),
    mail: readMailSettings(env, isProduction ? corsOrigins : null),
    providers: readProviders(env),
    wordVectorsFile: env.WORD_VECTORS ?? null,
    languageModel: readLlmSettings(env),
    ...readDocumentSettings(env, isProduction),
    logLevel: env.LOG_LEVEL,
  });
}

/** What is wrong with the settings together; each alone was judged before. */
function faultsTogether(env: Settings, corsOrigins: readonly string[] | null): readonly string[] {
  const isProduction = env.NODE_ENV === 'production';
  return [
    ...secretFaults(env, whySecretsAreNeeded(env)),
    ...originFaults(corsOrigins ?? []),
    ...databaseFaults(env),
    ...limitFaults(env),
    ...accountFaults(env, isProduction),
    ...portFaults(env),
    ...mailFaults(env, isProduction),
    ...providerFaults(env, isProduction),
    ...llmFaults(env),
    ...documentFaults(env),
    ...(isProduction ? productionFaults(corsOrigins) : []),
  ];
}

/** Each setting judged alone. */
function parseSettings(environment: Environment): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw faults(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  return parsed.data;
}

const readOrigins = (list: string | undefined): readonly string[] | null =>
  list === undefined ? null : list.split(',').flatMap((origin) => origin.trim() || []);

function readDatabase(env: Settings): ExternalDatabase | null {
  const { DATABASE_URL: app, DATABASE_IDENTITY_URL: identity } = env;
  const { DATABASE_STAFF_URL: staff, DATABASE_SYSTEM_URL: system } = env;
  const { DATABASE_REPLICA_URL: replica, DATABASE_LISTEN_URL: listen } = env;
  return app && identity && staff && system ? { app, identity, staff, system, replica, listen } : null;
}

type Settings = z.infer<typeof schema>;

const faults = (lines: readonly string[]): StartupError =>
  new StartupError(`Settings to correct:\n${lines.map((line) => `  ${line}`).join('\n')}`);

/** With the embedded database they are made by themselves, but for production, where whoever backs it up should know. */
function whySecretsAreNeeded(env: Settings): string | null {
  if (env.NODE_ENV === 'production') return 'in production';
  return readDatabase(env) === null ? null : 'with a database of your own';
}

/** Browsers send an origin without path or slash, so that anything else in the list would match none of them. */
const originFaults = (origins: readonly string[]): string[] =>
  origins
    .filter((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)
    .map((origin) => `CORS_ORIGINS: ${origin} is no origin; write each like https://jobs.example.org, never *`);

const portFaults = ({ PORT, METRICS_PORT }: Settings): string[] =>
  PORT !== 0 && PORT === METRICS_PORT ? ['METRICS_PORT: choose another than PORT'] : [];

function databaseFaults(env: Settings): string[] {
  const urls = {
    DATABASE_URL: env.DATABASE_URL,
    DATABASE_IDENTITY_URL: env.DATABASE_IDENTITY_URL,
    DATABASE_STAFF_URL: env.DATABASE_STAFF_URL,
    DATABASE_SYSTEM_URL: env.DATABASE_SYSTEM_URL,
  };
  const missing = Object.entries(urls)
    .filter(([, url]) => url === undefined)
    .map(([name]) => name);
  const isAlone = env.DATABASE_REPLICA_URL === undefined && env.DATABASE_LISTEN_URL === undefined;
  return missing.length === 0 || (missing.length === 4 && isAlone)
    ? []
    : [`${missing.join(', ')}: needed beside the other DATABASE_ settings`];
}

function productionFaults(corsOrigins: readonly string[] | null): string[] {
  return [
    ...(corsOrigins === null || corsOrigins.length === 0 ? ['CORS_ORIGINS: needed in production'] : []),
    ...(corsOrigins ?? [])
      .filter((origin) => URL.canParse(origin) && !origin.startsWith('https://'))
      .map((origin) => `CORS_ORIGINS: ${origin} is not https`),
  ];
}

/** The text of `.env.example`. */
export const exampleEnvironment = (): string =>
  Object.entries(settings)
    .map(([name, type]) => {
      const fallback = schema.shape[name as keyof typeof settings].safeParse(undefined).data;
      return `# ${type.description ?? ''}\n# ${name}=${fallback ?? ''}\n`;
    })
    .join('\n');

import { createServer, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { IResolvers } from '@graphql-tools/utils';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { ownerGuard, ownerMetadata } from '#authorization/orm-hooks.ts';
import type { Wall1 } from '#authorization/guard-schema.ts';
import type { Login } from '#authorization/policy.ts';
import { openOrm } from '#database/orm.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import type { Identity } from '#identity/identity.ts';
import type { ClaimMode, RegistrationMode } from '#identity/identity-services.ts';
import type { GateLimits } from '#identity/password-hash.ts';
import type { LocalOwner } from '#identity/local-owner.ts';
import type { ProviderSettings } from '#identity/provider-profiles.ts';
import { relyingPartyOf } from '#identity/relying-party.ts';
import { openChangeFeed, type ChangeFeed } from '#notifications/change-feed.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { newOwnedId } from '#platform/ids.ts';
import { createMetrics, type Metrics } from '#platform/metrics.ts';
import type { LanguageModelSettings } from '#platform/language-model.ts';
import type { NamedSecret } from '#platform/secret-box.ts';
import { buildSchema, compileSchema, type CompiledSchema } from './build-schema.ts';
import { anyDocument, type AcceptedDocuments } from './client-documents.ts';
import { operationCompiler } from './compile-operation.ts';
import { domainResolvers, servedResolvers } from './domain-resolvers.ts';
import { entities } from './entities.ts';
import { askedTrace } from './decision-log.ts';
import type { Executable } from './execute-operation.ts';
import { createGraphqlServer, knownDocuments } from './graphql-server.ts';
import { renewScores } from '#scoring/renew-scores.ts';
import { startHousekeeping, type HousekeepingOptions } from './housekeeping.ts';
import { createHttpApp } from './http-app.ts';
import { identityFieldFinder } from './identity-field.ts';
import { addressOf, listenOn } from './listen-on.ts';
import { serveMetrics, type MetricsServer } from './metrics-server.ts';
import { openIdentity, type IdentityParts } from './open-identity.ts';
import { watchSessions, type OpenSessions } from './open-sessions.ts';
import { openCounting, type Counting, type CountingOptions } from './open-counting.ts';
import { providerRoutes } from './provider-routes.ts';
import { readiness } from './readiness.ts';
import { openReadPath } from './open-read-path.ts';
import { requestReader } from './request-reader.ts';
import type { SurfacingOptions } from './start-surfacing.ts';
import type { PollingOptions } from './start-polls.ts';
import { startRelays, waitsFor, type MailOptions } from './start-relays.ts';
import { serveSubscriptions } from './subscription-server.ts';

/** Which walls stand: the product has all; tests take one down at a time and say so here. */
export interface Walls {
  readonly wall1: Wall1;
  readonly wall2: { readonly isUp: boolean };
}

export const allWalls: Walls = { wall1: { isUp: true }, wall2: { isUp: true } };

/** What domains bring besides their SDL. */
export interface Domains {
  readonly entities: Parameters<typeof openOrm>[0]['entities'];
  /** Beside those of identity, which need its services; what a language model adds stands in front of them. */
  readonly resolvers: readonly IResolvers[];
}

/** The product's own; tests add more to them. */
export const allDomains: Domains = {
  entities,
  resolvers: domainResolvers,
};

export interface ProductOptions extends CountingOptions, Pick<HousekeepingOptions, 'retention' | 'checksApplied'> {
  readonly urls: {
    readonly app: string;
    readonly identity: string;
    readonly staff: string;
    readonly system: string;
    /** A copy that queries read instead, if there is one. */
    readonly replica?: string | undefined;
    /** The app login's without a pooler between, if there is one in `app`: a pooler loses notifications. */
    readonly listen?: string | undefined;
  };
  readonly jwtSecrets: readonly NamedSecret[];
  readonly encryptionKeys: readonly NamedSecret[];
  readonly host: string;
  readonly port: number;
  /** Without it, metrics are counted and nowhere told. */
  readonly metricsPort?: number | undefined;
  readonly corsOrigins: readonly string[] | null;
  readonly graphiql: boolean;
  /** Which documents are answered; any, unless told. */
  readonly accepted?: AcceptedDocuments;
  readonly trustedProxies?: number;
  readonly log: Logger;
  /** Only where it is false may requests ask for their decisions in the log. */
  readonly isProduction?: boolean;
  readonly now?: () => Date;
  /** Ids of rows that requests make. */
  readonly newId?: (now: Date) => string;
  /** As whom every request acts in a single-user installation. */
  readonly localOwner?: LocalOwner | null;
  /** How accounts are opened; at once unless told. */
  readonly registration?: RegistrationMode;
  readonly passwordPolicy?: 'classes' | 'length';
  readonly passwordPepper?: Buffer | null;
  /** How many passwords are hashed at a time; benchmarks alone say otherwise. */
  readonly hashGate?: GateLimits;
  /** Where it is asked whether a password was in a breach; null for nowhere. */
  readonly breachCheckUrl?: string | null;
  readonly claimMode?: ClaimMode;
  readonly claimEmail?: string | null;
  /** At which one can sign in; none unless told. */
  readonly providers?: readonly ProviderSettings[];
  /** For each request to one of them; tests cannot wait as long as people. */
  readonly providerTimeoutSeconds?: number;
  /** How much is matched at a time. */
  readonly surfacing?: SurfacingOptions;
  /** Without it mails stay in their table. */
  readonly mail?: MailOptions;
  /** Null: scores are explained in plain words alone. */
  readonly languageModel?: LanguageModelSettings | null;
  /** How pages are fetched that people name; none but those of the internet, unless a test has pages of its own. */
  readonly fetchPage?: GuardedFetch;
  readonly compiled?: CompiledSchema;
  readonly domains?: Domains;
  readonly walls?: Walls;
  /** Told of what requests ask of the database; the system's own work is no part of any. */
  readonly onQuery?: (sql: string) => void;
  /** How sources are asked; left out, none is. */
  readonly polling?: PollingOptions;
  readonly poolSize?: number;
}

export interface Product {
  readonly url: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** Null: they are told nowhere. */
  readonly metricsPort: number | null;
  /** Resolves once all matching that waits now is done. */
  readonly matched: () => Promise<void>;
  /** Asks now for postings that were not matched, as it is done now and then. @returns how many */
  readonly swept: () => Promise<number>;
  /** Resolves once every mail that waits now is sent, or has failed once. */
  readonly mailed: () => Promise<void>;
  /** Resolves once everything that was handed in by now is read. */
  readonly ingested: () => Promise<void>;
  /** Resolves once a language model was asked for every rationale that waits now. */
  readonly worded: () => Promise<void>;
  /** Resolves once every source that was to be asked by now is. */
  readonly polled: () => Promise<void>;
  /** Deletes now what has run out, as it is done every hour. @returns how many rows went */
  readonly purged: () => Promise<number>;
  /** Brings postings up to date now, as it is done every hour. @returns how many were looked at */
  readonly refreshed: () => Promise<number>;
  /** Looks now whether postings are still there that somebody applied to, those that are due. @returns how many */
  readonly checked: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const clientFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Puts the product together on databases that have passed the boot checks, and serves it. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const compiled = options.compiled ?? compileSchema();
  const metrics = createMetrics({ ofProcess: options.metricsPort !== undefined });
  const counting = await openCounting(options, { policy: compiled.policy, metrics });
  const orms = await openOrms(options, compiled);
  const path = openReadPath(options, orms.APP);
  // In this order: requests under way finish first, then the relays, then the pools.
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of [...stops, () => closePools({ orms, path, counting })]) await each();
  };
  try {
    const listening = { port: options.port };
    const place = whereabouts(options, listening);
    const identity = openIdentity(options, { metrics, compiled, ...place, ...counting });
    const feed = await openChangeFeed(options.urls.listen ?? options.urls.app);
    stops.push(feed.stop);
    const server = await serve(options, { orms, path, identity, metrics, compiled, feed, counting, listening });
    stops.unshift(server.stop);
    const url = addressOf(options.host, server.port);
    await renewScores(orms.SYSTEM, (options.now ?? clock)());
    const relays = await startRelays(options, { orm: orms.SYSTEM, metrics, url, counters: counting.counters });
    const housekeeping = startHousekeeping({ ...options, orm: orms.SYSTEM, now: options.now ?? clock });
    stops.push(() => Promise.all([...Object.values(relays), housekeeping].map((each) => each.stop())));
    return {
      ...server,
      url,
      metrics,
      ...waitsFor(relays),
      purged: housekeeping.purge,
      refreshed: housekeeping.refresh,
      checked: housekeeping.check,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const closePools = ({ orms, path, counting }: Pick<Parts, 'orms' | 'path' | 'counting'>): Promise<unknown> =>
  Promise.all([
    ...[...new Set([path.pool, path.primary])].map((pool) => pool.close()),
    ...Object.values(orms).map((orm) => orm.close()),
    counting.counters.stop(),
  ]);

/** Where the client is, and as whom it asks for passkeys, once it is known where the product listens. */
function whereabouts(
  options: ProductOptions,
  listening: { readonly port: number },
): Pick<IdentityParts, 'publicUrl' | 'relyingParty'> {
  const origins = (): readonly string[] => pageOrigins(options, listening.port);
  const publicUrl = (): string => options.mail?.publicUrl ?? origins()[0] ?? addressOf(options.host, listening.port);
  return { publicUrl, relyingParty: () => relyingPartyOf({ publicUrl: publicUrl(), pageOrigins: origins() }) };
}

const clock = (): Date => new Date();

interface Parts {
  readonly orms: Orms;
  readonly path: ReadPath;
  readonly identity: Identity;
  readonly metrics: Metrics;
  readonly compiled: CompiledSchema;
  readonly feed: ChangeFeed;
  readonly counting: Counting;
  /** The port that it is asked to listen at; then the one at which it does. */
  readonly listening: { port: number };
}

async function serve(options: ProductOptions, parts: Parts): Promise<Pick<Product, 'port' | 'metricsPort' | 'stop'>> {
  const { log, graphiql, accepted = anyDocument } = options;
  const { identity, orms, feed, listening } = parts;
  const httpServer = createServer({ shouldUpgradeCallback: isForWebSocket });
  const product = executable(options, parts);
  const documents = knownDocuments();
  const apollo = createGraphqlServer(product, { accepted, documents, httpServer, log });
  await apollo.start();
  const corsOrigins = (): readonly string[] => pageOrigins(options, listening.port);
  const reading = { ...readerOptions(options), identity, port: () => listening.port, corsOrigins };
  const contextFor = requestReader(reading);
  const isReady = readiness(orms);
  const shared = { product, accepted, documents, log, corsOrigins };
  const { counters, providerLimits: limits } = parts.counting;
  const providers = providerRoutes({ product, contextFor, signIn: identity.providerSignIn, counters, limits });
  httpServer.on(
    'request',
    createHttpApp({ ...shared, apollo, contextFor, graphiql, providers, isReady, clientFolder }),
  );
  const sessions = openSessions(options, parts);
  const subscriptions = serveSubscriptions(httpServer, { ...reading, ...shared, watch: feed.watch, sessions });
  let metricsServer: MetricsServer | null = null;
  const stop = async (): Promise<void> => {
    // Sockets first: to Apollo they are idle connections, which it would cut without a word.
    await subscriptions.stop();
    await apollo.stop();
    await sessions.stop();
    await metricsServer?.stop();
  };
  try {
    metricsServer = await openMetrics(options, parts);
    listening.port = await listenOn(httpServer, options.host, options.port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: listening.port, metricsPort: metricsServer?.port ?? null, stop };
}

/** Where pages may come from: this machine alone, where the settings do not say. */
const pageOrigins = ({ corsOrigins }: ProductOptions, port: number): readonly string[] =>
  corsOrigins ?? ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`);

const openMetrics = async ({ host, metricsPort: port }: ProductOptions, { metrics }: Parts) =>
  port === undefined ? null : serveMetrics(metrics, { host, port });

const readerOptions = ({
  log,
  now = clock,
  newId = newOwnedId,
  trustedProxies = 0,
  localOwner = null,
  isProduction,
}: ProductOptions) => ({
  log,
  now,
  newId,
  trustedProxies,
  localOwner,
  traceFor: isProduction === false ? askedTrace : () => null,
});

/** Any other upgrade that a client offers is none it needs. */
const isForWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

const openSessions = ({ log, now = clock }: ProductOptions, { feed, identity, orms }: Parts): OpenSessions =>
  watchSessions({
    feed,
    liveSessions: (ids, at) => identity.liveSessions(orms.IDENTITY.em.fork() as EntityManager, ids, at),
    now,
    log,
  });

type Orms = Readonly<Record<Login, MikroORM>>;

async function openOrms(
  { urls, walls = allWalls, onQuery, poolSize, domains = allDomains }: ProductOptions,
  { policy }: CompiledSchema,
): Promise<Orms> {
  const shared = { entities: domains.entities, ...(poolSize ? { poolSize } : {}) };
  const told = onQuery ? { onQuery } : {};
  const filter = walls.wall2.isUp;
  const [APP, IDENTITY, STAFF, SYSTEM] = await Promise.all([
    openOrm({
      ...shared,
      ...told,
      url: urls.app,
      onMetadata: ownerMetadata(policy, { filter }),
      subscribers: filter ? [ownerGuard(policy)] : [],
    }),
    openOrm({ ...shared, ...told, url: urls.identity, poolSize: 5 }),
    openOrm({ ...shared, ...told, url: urls.staff, poolSize: 2 }),
    openOrm({ ...shared, url: urls.system, poolSize: 3 }),
  ]);
  return { APP, IDENTITY, STAFF, SYSTEM };
}

function executable(options: ProductOptions, parts: Parts): Executable {
  const { orms, path, identity, metrics, compiled, counting } = parts;
  const { walls = allWalls, domains = allDomains, log } = options;
  const schema = buildSchema(compiled, [...orms.APP.getMetadata().getAll().values()], {
    resolvers: [identity.resolvers, ...domains.resolvers, ...servedResolvers(options, orms.SYSTEM)],
    wall1: walls.wall1,
  });
  path.planner.prepare(schema);
  return {
    schema,
    compile: operationCompiler(schema, counting.policy),
    identityField: identityFieldFinder(schema, compiled.policy),
    metrics,
    orms,
    counters: counting.counters,
    path,
    viewerFor: identity.viewerFor,
    narrowViewerFor: (token, now) => identity.narrowViewerFor(orms.IDENTITY.em.fork() as EntityManager, token, now),
    onSeen: (viewer, request) => {
      const touched = identity.touchSession(() => orms.IDENTITY.em.fork() as EntityManager, viewer, request.now);
      touched.catch((error: unknown) => log.warn({ err: error }, 'session not touched'));
    },
  };
}

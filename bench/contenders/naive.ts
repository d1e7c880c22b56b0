// What many start with: Apollo as it comes, graphql-shield on every field, an `em.find` for each list.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { DateTimeResolver } from 'graphql-scalars';
import { applyMiddleware, deny, rule, shield } from '../../src/authorization/shield.ts';
import { Session } from '../../src/identity/session.entity.ts';
import { PersonaJob } from '../../src/job-pool/persona-job.entity.ts';
import { entities } from '../../src/server/entities.ts';
import { announce, readOptions } from './serve.ts';
import { isLive, tokenVerifier } from './verify-token.ts';

interface Context {
  readonly em: EntityManager;
  readonly isSignedIn: boolean;
}

interface ListArguments {
  readonly personaId: string;
  readonly filter?: { readonly statuses?: readonly PersonaJob['status'][] };
  readonly first: number;
}

const typeDefs = `
  scalar DateTime
  type Query {
    personaJobs(personaId: ID!, filter: PersonaJobFilter, sort: PersonaJobSort = FIT_DESC, first: Int = 20): PersonaJobConnection
  }
  input PersonaJobFilter { statuses: [PersonaJobStatus!] }
  enum PersonaJobStatus { DISCOVERED DISMISSED APPLIED }
  enum PersonaJobSort { FIT_DESC }
  type PersonaJobConnection { totalCount: Int! nodes: [PersonaJob!]! }
  type PersonaJob {
    id: ID! status: PersonaJobStatus! isFavorite: Boolean! fitScore: Int discoveredAt: DateTime! posting: JobPosting!
  }
  type JobPosting {
    id: ID! title: String! companyName: String! location: String country: String workModel: String seniorityLevel: String
    employmentType: String salaryMin: Int salaryMax: Int salaryCurrency: String postedDate: String
  }
`;

const whereOf = ({ personaId, filter }: ListArguments) => ({
  persona: personaId,
  isFiltered: false,
  ...(filter?.statuses ? { status: { $in: [...filter.statuses] } } : {}),
});

const resolvers = {
  DateTime: DateTimeResolver,
  Query: { personaJobs: (_root: unknown, list: ListArguments) => list },
  PersonaJobConnection: {
    totalCount: (list: ListArguments, _args: unknown, { em }: Context) => em.count(PersonaJob, whereOf(list)),
    nodes: (list: ListArguments, _args: unknown, { em }: Context) =>
      em.find(PersonaJob, whereOf(list), {
        orderBy: { fitScore: 'desc nulls last', id: 'desc' },
        limit: list.first,
        populate: ['posting'],
      }),
  },
  PersonaJob: { posting: ({ posting }: PersonaJob) => posting.unwrap() },
};

const isSignedIn = rule('isSignedIn', { cache: 'contextual' })((...[, , context]) => context.isSignedIn);
const everyField = { '*': isSignedIn };
const permissions = shield(
  { Query: everyField, PersonaJobConnection: everyField, PersonaJob: everyField, JobPosting: everyField },
  { fallbackRule: deny, allowExternalErrors: true },
);

const options = readOptions();
const verify = tokenVerifier(options);
const orm = await MikroORM.init({
  clientUrl: options.urls.app,
  entities: [...entities],
  pool: { min: 0, max: options.poolSize },
  forceUtcTimezone: true,
});

const apollo = new ApolloServer<Context>({
  schema: applyMiddleware(makeExecutableSchema({ typeDefs, resolvers }), permissions),
  plugins: [{ requestDidStart: async ({ contextValue }) => ({ willSendResponse: () => contextValue.em.commit() }) }],
});

const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const claims = verify(req.headers.authorization);
    const em = orm.em.fork({ session: { variables: { 'app.owner_id': claims?.ownerId ?? '' } } }) as EntityManager;
    await em.begin({ readOnly: true });
    const session = claims && (await em.findOne(Session, { id: claims.sessionId }));
    return { em, isSignedIn: session !== null && isLive(session.expiresAt, session.revokedAt ?? null) };
  },
});
announce(Number(new URL(url).port));

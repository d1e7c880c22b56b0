import { addResolversToSchema } from '@graphql-tools/schema';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Role, Viewer } from '#authorization/viewer.ts';
import { compile } from '../../authorization/library.ts';

// A schema as small as shield's holes: a document has a secret, and several ways lead there.

const compiled = compile(`
  type Query {
    document: Document
    node: Node
    found: Found
    audit(of: String): String @auth(requires: ADMIN)
  }
  type Mutation { audit: String @auth(requires: ADMIN) demote: Boolean }
  interface Node { secret: String }
  union Found = Document
  type Document implements Node { title: String secret: String @auth(requires: ADMIN) }
`);

export const { policy } = compiled;
/** The schema without resolvers, as the checks of boot see it. */
export const { schema: declared } = compiled;

const document = { title: 'a title', secret: 'a secret' };

/** Whoever asks; requests of a stock set-up may keep it between them. */
export interface Asker {
  viewer: Viewer;
}

export const archive: GraphQLSchema = addResolversToSchema({
  schema: declared,
  resolvers: {
    Query: { document: () => document, node: () => document, found: () => document, audit: () => 'log' },
    Mutation: {
      audit: () => 'log',
      demote: (_root: unknown, _args: unknown, asker: Asker) => {
        asker.viewer = member;
        return true;
      },
    },
    Node: { __resolveType: () => 'Document' },
    Found: { __resolveType: () => 'Document' },
  },
});

const signedIn = (...roles: readonly Role[]): Viewer => ({
  kind: 'SignedIn',
  userId: 'ada',
  sessionId: 's',
  roles: new Set<Role>(['USER', ...roles]),
  authenticatedAt: new Date(0),
});
export const member = signedIn();
export const admin = signedIn('ADMIN');

export interface Asked {
  readonly data: unknown;
  readonly codes: readonly unknown[];
}

/** Executes as the asker, without the judge of documents before it: the guards stand for themselves. */
export async function ask(schema: GraphQLSchema, source: string, contextValue: object): Promise<Asked> {
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  const codes = errors.map((error) => Reflect.get(error.originalError ?? error, 'code') ?? error.message);
  // As it would be sent: prototypes are gone.
  return { data: JSON.parse(JSON.stringify(data ?? null)), codes };
}

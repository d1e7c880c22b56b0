// Every known way around a wall, and the test that tries it. Names are as they stand in the files; a test of the table
// looks them up, so that none is lost when a file is changed.

export interface Attack {
  readonly attack: string;
  /** From `test/` on. */
  readonly file: string;
  readonly test: string;
}

const within = (file: string, attacks: Readonly<Record<string, string>>): readonly Attack[] =>
  Object.entries(attacks).map(([attack, test]) => ({ attack, file, test }));
const here = (name: string, attacks: Readonly<Record<string, string>>): readonly Attack[] =>
  within(`proof/attacks/${name}.test.ts`, attacks);

/** graphql-shield fails open: its fourteen ways. */
const shield: readonly Attack[] = [
  ...here('shield-trees', {
    'a rule on an interface or union': 'is not needed here: each member holds its own behind either of them',
    'undefined among the rules of a type': 'takes nothing else away here, and stops boot',
    'a rule object that shield does not know':
      'has no way in here: rules are made of the policy, and each of the product refuses when it is asked',
    'a second copy of shield': 'comes from one file, so that there is one copy',
    'a type that is undefined': 'stops boot here, field by field',
    applyMiddlewareToDeclaredResolvers: 'is not taken here',
    'not() around a rule that throws': 'refuses here',
    'and() and chain() of nothing': 'is here what says in words why it is public, and nothing else',
  }),
  ...here('shield-memory', {
    'a contextual verdict across aliases': 'is reached anew for each alias here',
    'two shields with rules of one name': 'cannot be put around one schema here',
    'a context for several requests': 'lets none survive it here',
    'a subscription with subscribe and resolve, in shield': 'is opened by shield, whatever the rule says',
  }),
  ...within('authorization/guard-openings.test.ts', {
    'a subscription that nothing guards':
      'where a subscription is not opened, or its events are not resolved, by anything that could be guarded',
  }),
  ...within('authorization/check-policy.test.ts', {
    'a rule on an abstract type, at boot': 'by rules on interfaces and unions, which nobody would read',
    'a misspelt directive': 'by a misspelt directive or argument, which would be no rule at all',
  }),
  ...within('authorization/guard-schema.test.ts', {
    'a verdict cached for another viewer': 'judges each viewer anew: no verdict outlives who it was reached for',
    'a shield rebuilt around': 'stands at most once, also when the schema is built anew around it',
  }),
  ...here('shield-faults', {
    'a thrown value that is no error': 'is an error without words here: %s',
    'rejected items, serialisation, resolveType': 'say nothing here: %s',
    'refusals masked as null': 'is told apart here: a fault is an error of ours, a refusal one of the viewer’s',
  }),
];

/** Row security leaves open what PostgreSQL says it does. */
const database: readonly Attack[] = [
  ...within('authorization/boot-database.test.ts', {
    'a login that is superuser, above row security, owner or member': 'on which a login is $what is refused',
    'a URL of another login': 'is not served by a URL of %s in the place of %s',
    'row security not forced, grants and keys that differ': 'with $what does not',
  }),
  ...here('database-detours', {
    'views, SECURITY DEFINER, partitions, children, copies, other schemas':
      '$what shows the rows of all, and is not served',
    'holes of old servers': 'is not served from: %s',
  }),
  ...here('row-security', {
    'unique keys as oracles': 'begins with the owner, so that what another has is free',
    'primary keys as oracles':
      'over ids tells whether one is taken, without a word of the row, and clients choose no ids',
    'ON CONFLICT': 'is no way in by ON CONFLICT',
    'set_config by injected SQL': 'is no secret: whoever runs SQL of their own becomes anybody, so nobody may',
    'a setting that is empty or nonsense': 'that is %s shows nothing',
    'row_security = off': 'row_security = off is an error, and no way around',
    COPY: 'COPY shows own rows alone, takes none in, and reaches no file or program',
    TRUNCATE: 'TRUNCATE looks at no policy, and is not granted',
    'files, code, roles, temporary objects': 'none may %s',
    EXPLAIN: 'of costs is for whoever may ask, and nothing here asks or passes time on',
    pg_stats: 'of values is hidden',
    'leaky conditions': 'does not run a condition of the client before the policy',
    sequences: 'no sequence counts rows for everybody: ids say nothing of how many others there are',
    cascades: 'stays within its owner here, where such a row cannot hang',
  }),
  ...within('authorization/walls-statements.test.ts', {
    'foreign keys across owners, foreign and missing alike':
      'no row hangs on a row of another owner, and the answer does not tell it from a row that is not there',
    'reads, updates, deletes, inserts and give-aways by SQL':
      'no statement reaches a row of another owner, in any table',
    'a statement without an owner': 'nothing is there for a statement that names no owner',
    'set role and set session authorization': 'the login can be no other, and can empty nothing',
  }),
  ...within('authorization/check-policy.test.ts', {
    'a non-null edge to a hidden row': 'must be nullable where it is computed',
    'an owner taken from a client': 'by an owner taken from a client',
  }),
];

/** Code of ours that goes around the filter. */
const orm: readonly Attack[] = [
  ...here('orm-paths', {
    'reading by relations, references, collections and cursors':
      'wall 2 holds every way of reading by the EntityManager, and the unit of work',
    '$some, $none, query builder, SQL, filters off': 'wall 2 claims none of the ways past it',
    'all of them with row policies alone': 'wall 3 holds all of them',
  }),
  ...within('authorization/walls-statements.test.ts', {
    'reads and bulk writes of every entity': 'reads and bulk writes with %s are %s, for every owned entity',
    'references, upsert, create for another, merge, links':
      'wall 2 holds the unit of work and upserts; links, inserts past it and merge are for wall 3',
    'the same with row policies and keys': 'wall 3 holds all of them',
  }),
  ...within('authorization/detours.test.ts', {
    'paths that the filter does not see, in src': 'nothing outside src/database steps around the owner filter',
  }),
  ...within('authorization/raw-reads.test.ts', {
    'a driver imported beside the door to rows': 'the linter keeps %s within src/database',
  }),
];

const graphql: readonly Attack[] = [
  ...here('ids', {
    'ids in other spellings': 'is as good as none in any spelling: $what',
    'ids that are no scalars': 'is bad input as %s, and says so by the argument alone',
    'ids in defaults, literals and lists': 'hides behind no default, no list of one, and no literal',
    'a UUID that readers read differently':
      'is read in either case and in no other spelling: what is judged is what is looked up',
    'aliases and lists that mix own and foreign ids':
      'lends nothing to another’s beside it, by alias, in one list or in one document',
    'one id by two aliases of different roles': 'names nothing of another kind: one id in two roles is found in one',
    'a variable given twice in JSON': 'is one id when a body gives it twice: what is judged is what is executed',
  }),
  ...here('oracles', {
    'counts and pages by filters': 'is one that no row meets, in the answer and in the database: %j, %j',
    'counts and ends of lists': 'is no fuller by the rows of others: count, page and end are of one’s own',
    'cursors of another tenant':
      'of another’s list is a place in one’s own, and says nothing of the row it is from: %s',
    'cursors that are made up': 'that is made up is refused in words of ours: %s',
    'createApplication as an oracle':
      'of applications is counted for oneself: another’s for the same posting is none of one’s own',
    'register as an oracle (declared)':
      'of addresses tells who registers that there is an account, and no more than that',
  }),
  ...here('probing', {
    'from a shared posting back to others':
      'leads back to nobody: below a posting there is no owned type, however deep',
    'introspection of internal types': 'holds no internal type and no directive of the policy',
    'suggestions (declared)': 'is all that suggestions are made of',
    '__typename of a hidden row': 'of another’s row is null like the row',
    'operation names': 'chooses what is executed and what is judged alike',
    'answers kept for a document': 'is answered to each as theirs, whoever asked first',
    'persisted queries': 'cannot be stored for another, nor found by its hash',
    'HTTP batches': 'cannot be one of a batch, which would be many for the price of one: a batch of %s',
  }),
  ...here('variables', {
    'prototype pollution by variables': 'gives no value to another: %s',
    'owner keys and prototypes in inputs': 'is no field of an input: %s',
    'documents that say something twice': 'is refused before anything is read: %s',
    'identities in bodies': 'cannot bring along %s',
    'identities in headers': 'is whose its token says, whatever a header does: %s',
  }),
  ...within('api/http.test.ts', {
    'fragment cycles': 'is refused if its fragments spread each other in a ring',
    'fragment bombs': 'is answered at once although its fragments spread each other without end in sight',
    'mutations by GET': 'refuses mutations',
    'simple requests of a foreign page': 'refuses one without it, since any page may make a browser send it',
    'a remembered document': 'is answered as it was then: %s',
  }),
  ...within('api/skipped-branches.test.ts', {
    'branches that are skipped': 'is absent from the answer, whatever repeats within it: %s',
  }),
  ...within('identity/account.test.ts', {
    'login as an oracle': 'answers an unknown address like a wrong password, to the letter',
  }),
  ...within('api/persona-jobs.test.ts', {
    'the other match of one posting': 'is not shown beside mine of the same posting',
    'cursors out of range': 'refuses a bad %s: %j',
  }),
  ...within('authorization/walls.test.ts', {
    'statements that tell ids apart':
      'answers null in queries and NOT_FOUND in mutations, alike for foreign, missing and malformed',
  }),
];

const connections: readonly Attack[] = [
  ...here('connections', {
    'one prepared statement for two owners':
      'serve one owner, another, and the first again, by one plan or by one each: %s',
    'an owner left on the connection': 'keep no owner: nobody’s statement sees nothing, on the very connection',
    'an aborted transaction of the ORM': 'end with the transaction in the ORM too, in whatever way it ends',
    'a cancelled statement, a killed connection': 'that was ended from outside, the other finds nothing of it: %s',
    'a client that went away': 'after a query whose client hung up the other finds nothing of it',
    'a mutation that fails half way':
      'after a mutation that fails half way the other finds nothing of it, and the first keeps nothing',
  }),
  ...within('database/flight-faults.test.ts', {
    'every second request broken': 'each get what is theirs or their own failure, and leave the pool as it was',
    'each fault alone': '%s alone leaves the pool whole',
  }),
  ...within('pooler/transaction-mode.test.ts', {
    'PgBouncer in transaction mode, two tenants reading': 'queries of two tenants answer as they do without it',
    'PgBouncer in transaction mode, two tenants writing': 'mutations and queries mix without seeing what is another’s',
  }),
];

const injections: readonly Attack[] = here('injected-texts', {
  'SQL, templates and instructions in every text': 'of $operation $field.name is data, whatever it says',
  'literals and patterns': 'of the document itself is data as well, and a pattern is what it says',
  'texts that change when they are kept': 'is read back to the letter by another request',
  'what injected SQL would change':
    'has changed nothing of Bob’s, nothing of the pool that all have, and nothing of the database',
});

export const attackTable = { shield, database, orm, graphql, connections, injections } as const;

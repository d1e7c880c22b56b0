import { newOwnedId } from '#platform/ids.ts';
import type { Answer, Tenant, TestProduct } from './product.ts';

/** A well-formed id that no row has. */
export const missingId = newOwnedId(new Date('2020-01-01T00:00:00.000Z'));

/** Ids that must be told apart by nothing: of another's row, of no row, and of no form. */
export const twinsOf = (foreignId: string): readonly string[] => [foreignId, missingId, 'no-id-at-all', ''];

/** What the requests within did to the database: statements in order, with how many rows each touched. */
export async function statementsOf(product: TestProduct, work: () => Promise<unknown>): Promise<readonly string[]> {
  await product.matched();
  product.statements.length = 0;
  await work();
  return product.statements
    .filter((statement) => !isAside(statement))
    .map((statement) => statement.replace(/took \d+ ms/, 'took some ms'));
}

// That a session was in use is noted after the answer, the ORM looks once for its database, and every two seconds the
// sessions of open connections are looked at. Requests begin otherwise: they name an isolation level.
const isAside = (statement: string): boolean =>
  /update "sessions" set "last_seen_at"|from pg_database/.test(statement) ||
  statement.startsWith('[query] select "s0"."id" from "sessions" as "s0" where "s0"."id" in (?') ||
  /^\[query\] (begin|commit)$/.test(statement);

export interface Trace {
  readonly status: number;
  readonly text: string;
  readonly headers: readonly string[];
  readonly statements: readonly string[];
}

/** Everything about an answer by which a viewer could tell one id from another. */
export async function traceOf(product: TestProduct, ask: () => Promise<Answer>): Promise<Trace> {
  let answer: Answer | undefined;
  const statements = await statementsOf(product, async () => {
    answer = await ask();
  });
  if (!answer) throw new Error('There was no answer.');
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status: answer.status, text: answer.text, headers: headers.map((each) => each.join(': ')), statements };
}

/** The traces of one operation for each of the ids. */
export async function twinTraces(
  product: TestProduct,
  tenant: Tenant,
  { document, ids, variables }: TwinOperation,
): Promise<readonly Trace[]> {
  const traces: Trace[] = [];
  for (const id of ids) traces.push(await traceOf(product, () => tenant.send(document, variables(id))));
  return traces;
}

export interface TwinOperation {
  readonly document: string;
  readonly ids: readonly string[];
  readonly variables: (id: string) => object;
}

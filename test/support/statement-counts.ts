import type { TestProduct } from './product.ts';
import { statementsOf } from './twins.ts';

export interface StatementCounts {
  readonly statements: number;
  /** Transactions begun: each is one round trip of a query. */
  readonly flights: number;
}

/** How many statements the requests within sent to the database, those that happen beside every request left out. */
export async function countStatements(product: TestProduct, work: () => Promise<unknown>): Promise<StatementCounts> {
  const statements = await statementsOf(product, work);
  const flights = statements.filter((statement) => /^\[query\] (?:begin|start) transaction\b/.test(statement));
  return { statements: statements.length, flights: flights.length };
}

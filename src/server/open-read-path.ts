import type { MikroORM } from '@mikro-orm/postgresql';
import { FlightPool } from '#database/flight-pool.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import { ReadPlanner } from '#database/read-planner.ts';
import type { ProductOptions } from './product.ts';

/** The longest that one statement of a query may take; a page of anybody's takes a thousandth of it. */
const statementTimeoutMs = 10_000;

/** Where queries read: of a copy, if there is one. */
export function openReadPath({ urls, onQuery, log, poolSize = 8 }: ProductOptions, orm: MikroORM): ReadPath {
  const warn = (message: string): void => log.warn(message);
  const open = (url: string): FlightPool => new FlightPool({ url, size: poolSize, statementTimeoutMs, onQuery, warn });
  const primary = open(urls.app);
  const pool = urls.replica ? open(urls.replica) : primary;
  return { planner: new ReadPlanner(orm.getMetadata()), pool, primary };
}

import type { BoundStatement } from '#database/flight.ts';
import { FlightPool, type FlightPoolOptions, type FlightRows } from '#database/flight-pool.ts';
import { newOwnedId } from '#platform/ids.ts';
import type { TestDatabase } from './database.ts';
import { insertRows } from './seed.ts';

/** A statement named by its own text. */
export const statement = (text: string, values: readonly (string | null)[] = []): BoundStatement => ({
  statement: { name: text.slice(0, 60), text },
  values,
});

export const begin = statement('start transaction isolation level repeatable read read only');
export const commit = statement('commit');

/** Reads whatever row security shows: no filter of ours narrows it. */
export const probe = statement('select owner_id, full_name from personas order by full_name');

/** A pool of the app login with what it warned of. */
export function openFlightPool(
  { urls }: TestDatabase,
  options: Partial<FlightPoolOptions> = {},
): { readonly pool: FlightPool; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);
  return { pool: new FlightPool({ url: urls.app, size: 4, statementTimeoutMs: 5_000, warn, ...options }), warnings };
}

/** A whole flight of one owner's: what reads run within, and the statements. */
export const flightOf = (
  pool: FlightPool,
  ownerId: string | null,
  statements: readonly BoundStatement[],
): BoundStatement[] => [begin, pool.settingsFor(ownerId), ...statements, commit];

/** Sends statements as one owner's flight and gives back their rows. */
export const fly = async (
  pool: FlightPool,
  ownerId: string | null,
  statements: readonly BoundStatement[],
): Promise<FlightRows> => (await pool.send(flightOf(pool, ownerId, statements))).slice(2, -1);

export interface SeededOwner {
  readonly ownerId: string;
  /** What the probe must show to this owner, and to nobody else. */
  readonly rows: readonly (readonly [string, string])[];
}

/** An account with personas, written past the API. */
export async function seedOwner(database: TestDatabase, name: string, personas: number): Promise<SeededOwner> {
  const now = new Date('2025-11-01T08:00:00.000Z');
  const ownerId = newOwnedId(now);
  const times = { created_at: now.toISOString(), updated_at: now.toISOString() };
  const account = { email: `${name}@example.com`, roles: ['USER'] };
  await insertRows(database, 'users', [{ id: ownerId, ...account, ...times }]);
  const rows = Array.from(
    { length: personas },
    (_, at) => [ownerId, `${name} ${String(at).padStart(2, '0')}`] as const,
  );
  const columns = await database.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_name = 'personas' and is_nullable = 'NO' and column_default is null`,
  );
  const blank = Object.fromEntries(columns.map(({ name: column, type }) => [column, blankOf(type)]));
  await insertRows(
    database,
    'personas',
    rows.map(([, fullName]) => ({
      ...blank,
      ...times,
      id: newOwnedId(now),
      owner_id: ownerId,
      full_name: fullName,
      ...enums,
    })),
  );
  return { ownerId, rows };
}

const enums = {
  stretch_appetite: 'MEDIUM',
  remote_preference: 'NO_PREFERENCE',
  company_size_preference: 'NO_PREFERENCE',
  max_travel_percent: 'ANY',
  polling_frequency: 'DAILY',
};

function blankOf(type: string): unknown {
  if (type === 'boolean') return false;
  if (type === 'jsonb' || type === 'ARRAY') return [];
  return ['integer', 'smallint'].includes(type) ? 0 : '';
}

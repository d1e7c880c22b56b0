import { READING_VERSION } from '#job-pool/read-posting-text.ts';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { newOwnedId, newSharedId } from '#platform/ids.ts';
import type { TestDatabase } from './database.ts';

/** Where rows are written. */
export type Written = Pick<TestDatabase, 'query'>;

/** A row by column name; what all rows of a table leave out is as the table has it by default. */
export type Row = Readonly<Record<string, unknown>>;

const seededAt = '2025-11-01T08:00:00.000Z';

/** Writes rows past the API, as the superuser. */
export async function insertRows(database: Written, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
  await database.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Puts postings into the pool without telling the relay, so that no matches follow by themselves.
 * @param columns what each differs in
 * @returns their ids, in order
 */
export async function seedPostings(
  database: Written,
  count: number,
  columns: (index: number) => Row = () => ({}),
): Promise<string[]> {
  const sourceId = await testSource(database);
  const rows = Array.from({ length: count }, (_, index) => {
    const id = newSharedId();
    return {
      id,
      source_id: sourceId,
      external_id: id,
      title: `Engineer ${index}`,
      company_name: `Company ${index}`,
      description_html: `<p>Posting ${index}</p>`,
      description_text: `Posting ${index}`,
      description_hash: id,
      derived_hash: id,
      reading_version: READING_VERSION,
      // As if it was matched already: no sweep takes it for missed.
      surfaced_hash: id,
      required_skills: 0,
      first_seen_at: seededAt,
      last_verified_at: seededAt,
      is_active: true,
      is_incomplete: false,
      company_key: `company ${index}`,
      title_key: `engineer ${index}`,
      place_key: '',
      repost_count: 0,
      previous_posting_ids: [],
      ghost_due_at: '2999-01-01T00:00:00.000Z',
      created_at: seededAt,
      updated_at: seededAt,
      ...columns(index),
    };
  });
  await insertRows(database, 'job_postings', rows);
  return rows.map(({ id }) => id);
}

/** Gives postings skills to ask for. */
export async function seedPostingSkills(
  database: Written,
  postingIds: readonly string[],
  names: readonly string[],
): Promise<void> {
  const rows = postingIds.flatMap((postingId) =>
    names.map((name) => ({
      id: newSharedId(),
      job_posting_id: postingId,
      name,
      skill_key: canonicalSkill(name),
      kind: 'HARD',
      required: true,
    })),
  );
  await insertRows(database, 'extracted_skills', rows);
  await database.query('update job_postings set required_skills = required_skills + $1 where id = any($2)', [
    names.length,
    postingIds,
  ]);
}

export interface Match {
  readonly ownerId: string;
  readonly personaId: string;
  readonly postingId: string;
  /** What it differs in. */
  readonly columns?: Row;
}

/** Links postings to personas as matching would; returns the ids in order. */
export async function seedMatches(database: Written, matches: readonly Match[]): Promise<string[]> {
  const rows = matches.map(({ ownerId, personaId, postingId, columns }) => ({
    id: newOwnedId(new Date(seededAt)),
    owner_id: ownerId,
    persona_id: personaId,
    job_posting_id: postingId,
    status: 'DISCOVERED',
    is_favorite: false,
    fit_score: 80,
    failed_non_negotiables: [],
    warnings: [],
    is_filtered: false,
    discovered_at: seededAt,
    // Not before the persona was made: an older score would be stale.
    scored_at: '2025-11-03T09:00:00.000Z',
    version: 1,
    ...columns,
  }));
  await insertRows(database, 'persona_jobs', rows);
  return rows.map(({ id }) => id);
}

/** One link. */
export const seedMatch = async (database: Written, match: Match): Promise<string> => {
  const [id] = await seedMatches(database, [match]);
  if (id === undefined) throw new Error('Nothing was inserted.');
  return id;
};

async function testSource(database: Written): Promise<string> {
  const name = 'Test board';
  const row = {
    id: newSharedId(),
    source_name: name,
    source_type: 'API',
    description: '',
    is_active: true,
    display_order: 0,
    created_at: seededAt,
    updated_at: seededAt,
  };
  await database.query(
    'insert into job_sources select * from jsonb_populate_record(null::job_sources, $1) on conflict do nothing',
    [JSON.stringify(row)],
  );
  const [found] = await database.query<{ id: string }>('select id from job_sources where source_name = $1', [name]);
  if (!found) throw new Error('There is no source.');
  return found.id;
}

import type { MikroORM } from '@mikro-orm/postgresql';
import { withClient } from '../../src/database/logins.ts';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';
import { unstated } from '../../src/sources/adapters/posting-fields.ts';
import { importPostings } from '../../src/sources/import-postings.ts';
import type { BenchDatabase } from '../database/bench-server.ts';
import { isEmptyOn } from './expected.ts';
import type { Board, ShownPosting, Snapshots } from './read-data.ts';

/** A posting's row as it was at the end of a day. */
export interface StoredPosting {
  readonly uid: string;
  readonly id: string;
  readonly isOpen: boolean;
  readonly previousIds: readonly string[];
}

export interface Replayed {
  /** Of each day. */
  readonly rows: readonly (readonly StoredPosting[])[];
  readonly emptySweeps: number;
  /** Of sweeps that found nothing. */
  readonly closedByEmpty: number;
  /** Made for each posting when it was first seen, and those of them that are still there in the end. */
  readonly links: { readonly made: number; readonly kept: number };
}

/** The snapshots say nothing of the texts: every posting has the same, so that title, place and time alone tell them apart. */
const description =
  'Words that are the same in each of the postings, more than two hundred characters of them. '.repeat(4);

/** Sweeps every board day by day, as the product does, with the times of the snapshots. @param orm of the system login */
export async function replay(
  { days, boards }: Snapshots,
  {
    database,
    orm,
    say,
  }: { readonly database: BenchDatabase; readonly orm: MikroORM; readonly say: (line: string) => void },
): Promise<Replayed> {
  const rows: (readonly StoredPosting[])[] = [];
  let [emptySweeps, closedByEmpty] = [0, 0];
  for (const [number, day] of days.entries()) {
    for (const board of boards.filter((each) => isKnown(each, number))) {
      const { read, closed } = await sweep(orm, board, { number, now: new Date(`${day}T06:00:00.000Z`) });
      if (read > 0) continue;
      emptySweeps += 1;
      closedByEmpty += closed;
    }
    await linkAll(database);
    rows.push(await readRows(database));
    say(`${day}: ${rows.at(-1)?.filter(({ isOpen }) => isOpen).length} postings are open`);
  }
  return { rows, emptySweeps, closedByEmpty, links: await countLinks(database) };
}

/** A board is swept from the day on which it is first heard of. */
const isKnown = ({ postings }: Board, number: number): boolean =>
  postings.some(({ days }) => [...days].some((day) => day <= number));

function sweep(orm: MikroORM, board: Board, { number, now }: { readonly number: number; readonly now: Date }) {
  const shown = isEmptyOn(board, number) ? [] : board.postings.filter(({ days }) => days.has(number));
  const records = (async function* () {
    for (const posting of shown) yield { record: asRaw(board, posting) };
  })();
  return importPostings(orm, records, {
    sourceName: board.source,
    now,
    onProgress: () => undefined,
    board: { name: board.name, isWhole: true, seenIds: [] },
  });
}

const asRaw = ({ name }: Board, { externalId, title, location, postedDate }: ShownPosting): RawPosting => ({
  ...unstated,
  externalId,
  title,
  companyName: name,
  location,
  postedDate,
  descriptionText: description,
});

/** Links every posting that has no link yet: a favourite each, and an application for every tenth. */
const linkAll = ({ adminUrl }: BenchDatabase): Promise<void> =>
  withClient(adminUrl, async (client) => {
    // Whose links they are is nothing to the sweeps, so nobody is made to own them.
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into persona_jobs (id, owner_id, persona_id, job_posting_id, status, is_favorite, failed_non_negotiables,
         warnings, is_filtered, discovered_at)
       select p.id, gen_random_uuid(), gen_random_uuid(), p.id, 'DISCOVERED', true, '[]', '[]', false, p.first_seen_at
       from job_postings p where not exists (select from persona_jobs l where l.job_posting_id = p.id)`,
    );
    await client.query(
      `insert into applications (id, owner_id, persona_id, persona_job_id, job_posting_id, snapshot, status, is_pinned,
         applied_at, status_updated_at)
       select l.id, l.owner_id, l.persona_id, l.id, l.job_posting_id, '{}', 'APPLIED', false, now(), now()
       from persona_jobs l where right(l.id::text, 1) = '0'
         and not exists (select from applications a where a.id = l.id)`,
    );
  });

async function countLinks({ adminUrl }: BenchDatabase): Promise<Replayed['links']> {
  const [counts] = await query<{ made: number; kept: number }>(
    adminUrl,
    `select (select count(*)::int from job_postings) as made,
       (select count(*)::int from persona_jobs l join job_postings p on p.id = l.job_posting_id
        where l.id = p.id and l.is_favorite and (right(l.id::text, 1) <> '0'
          or exists (select from applications a where a.persona_job_id = l.id and a.job_posting_id = p.id))) as kept`,
  );
  return counts ?? { made: 0, kept: 0 };
}

async function readRows({ adminUrl }: BenchDatabase): Promise<readonly StoredPosting[]> {
  const rows = await query<Omit<StoredPosting, 'isOpen' | 'previousIds'> & { is_active: boolean; previous: string[] }>(
    adminUrl,
    `select s.source_name || ':' || p.board || ':' || p.external_id as uid, p.id, p.is_active,
       p.previous_posting_ids as previous
     from job_postings p join job_sources s on s.id = p.source_id`,
  );
  return rows.map(({ uid, id, is_active: isOpen, previous: previousIds }) => ({ uid, id, isOpen, previousIds }));
}

async function query<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  await withClient(url, async (client) => {
    rows = (await client.query(sql)).rows as Row[];
  });
  return rows;
}

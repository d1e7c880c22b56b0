// The operations by hand: for each the statements of its flight, and a writer for exactly its columns.
import { type Bound, type Row, type Statement } from './flight.ts';
import { boolean, instant, list, number, text, word } from './json.ts';

export interface LimitOperation {
  readonly isWrite: boolean;
  readonly statements: (variables: Readonly<Record<string, unknown>>, sessionId: string) => readonly Bound[];
  /** The rows of those statements as the operation's `data`. */
  readonly write: (results: readonly (readonly Row[])[]) => string;
}

const statement = (name: string, sql: string): Statement => ({ name, text: sql });

const ranked = 'order by j.fit_score desc nulls last, j.id desc';

/** The first matches of a persona, and their postings: chosen before they are joined, so that no other is looked up. */
const matches = (condition: string, first: number): string =>
  `(select * from persona_jobs j where persona_id = $1 and not is_filtered ${condition} ${ranked} limit ${first}) j
   join job_postings p on p.id = j.job_posting_id ${ranked}`;

const jobList = statement(
  'job-list',
  `select j.id, j.status, j.is_favorite, j.fit_score, j.discovered_at, p.id, p.title, p.company_name, p.location, p.country,
     p.work_model, p.seniority_level, p.employment_type, p.salary_min, p.salary_max, p.salary_currency, p.posted_date
   from ${matches(`and status = 'DISCOVERED'`, 20)}`,
);

const jobCount = statement(
  'job-count',
  `select count(*) from persona_jobs where persona_id = $1 and status = 'DISCOVERED' and not is_filtered`,
);

const wideList = statement(
  'wide-list',
  `select j.id, j.status, j.is_favorite, j.fit_score, j.discovered_at, p.id, p.title, p.company_name, p.location, p.country,
     p.work_model, p.seniority_level, p.salary_min, p.salary_max, p.posted_date
   from ${matches('', 100)}`,
);

const persona = statement(
  'persona',
  `select id, full_name, email, "current_role", years_experience, minimum_base_salary, remote_preference, created_at
   from personas where id = $1`,
);

const skills = statement(
  'skills',
  `select id, skill_name, skill_type, proficiency, years_used, display_order from skills where persona_id = $1
   order by display_order, id`,
);

const briefJobs = statement(
  'brief-jobs',
  `select j.id, j.status, j.fit_score, p.id, p.title, p.company_name
   from ${matches('', 50)}`,
);

const applications = statement(
  'applications',
  `select a.id, a.status, a.applied_at, p.id, p.title, p.company_name
   from applications a join job_postings p on p.id = a.job_posting_id
   where a.persona_id = $1 order by a.status_updated_at desc nulls last, a.id desc limit 50`,
);

const favorite = statement(
  'favorite',
  // A session that is over must not write; its row, read in the same flight, comes too late for that.
  `update persona_jobs set is_favorite = $2, version = version + 1
   where id = $1 and exists (select from sessions where id = $3 and revoked_at is null and expires_at > now())
   returning id, is_favorite`,
);

const personaName = statement('persona-name', 'select id, full_name from personas where id = $1');

const shortJob = (r: Row): string =>
  `{"id":${word(r[0])},"status":${word(r[1])},"fitScore":${number(r[2])},"posting":${shortPosting(r)}}`;

const shortPosting = (r: Row): string => `{"id":${word(r[3])},"title":${text(r[4])},"companyName":${text(r[5])}}`;

const shortApplication = (r: Row): string =>
  `{"id":${word(r[0])},"status":${word(r[1])},"appliedAt":${instant(r[2])},"posting":${shortPosting(r)}}`;

const skill = (r: Row): string =>
  `{"id":${word(r[0])},"skillName":${text(r[1])},"skillType":${word(r[2])},"proficiency":${word(r[3])},"yearsUsed":${number(r[4])},"displayOrder":${number(r[5])}}`;

const wholePersona = (r: Row, skillRows: readonly Row[]): string =>
  `{"id":${word(r[0])},"fullName":${text(r[1])},"email":${text(r[2])},"currentRole":${text(r[3])},"yearsExperience":${number(r[4])},"minimumBaseSalary":${number(r[5])},"remotePreference":${word(r[6])},"createdAt":${instant(r[7])},"skills":${list(skillRows, skill)}}`;

const jobColumns = (r: Row): string =>
  `"id":${word(r[0])},"status":${word(r[1])},"isFavorite":${boolean(r[2])},"fitScore":${number(r[3])},"discoveredAt":${instant(r[4])}`;

const listedJob = (r: Row): string =>
  `{${jobColumns(r)},"posting":{"id":${word(r[5])},"title":${text(r[6])},"companyName":${text(r[7])},"location":${text(r[8])},"country":${word(r[9])},"workModel":${word(r[10])},"seniorityLevel":${word(r[11])},"employmentType":${word(r[12])},"salaryMin":${number(r[13])},"salaryMax":${number(r[14])},"salaryCurrency":${word(r[15])},"postedDate":${word(r[16])}}}`;

const wideJob = (r: Row): string =>
  `{${jobColumns(r)},"posting":{"id":${word(r[5])},"title":${text(r[6])},"companyName":${text(r[7])},"location":${text(r[8])},"country":${word(r[9])},"workModel":${word(r[10])},"seniorityLevel":${word(r[11])},"salaryMin":${number(r[12])},"salaryMax":${number(r[13])},"postedDate":${word(r[14])}}}`;

const onlyRow = (rows: readonly Row[] | undefined, write: (row: Row) => string): string =>
  rows?.[0] ? write(rows[0]) : 'null';

/** By the operation's name in the request. */
export const limitOperations: Readonly<Record<string, LimitOperation>> = {
  Q1: {
    isWrite: false,
    statements: ({ personaId }) => [
      [jobList, String(personaId)],
      [jobCount, String(personaId)],
    ],
    write: ([jobs = [], count]) =>
      `{"personaJobs":{"totalCount":${number(count?.[0]?.[0])},"nodes":${list(jobs, listedJob)}}}`,
  },
  Q2: {
    isWrite: false,
    statements: ({ personaId }) => [persona, skills, briefJobs, applications].map((each) => [each, String(personaId)]),
    write: ([personas, skillRows = [], jobs = [], sent = []]) =>
      `{"persona":${onlyRow(personas, (row) => wholePersona(row, skillRows))},"personaJobs":{"nodes":${list(jobs, shortJob)}},"applications":{"nodes":${list(sent, shortApplication)}}}`,
  },
  Q3: {
    isWrite: true,
    statements: ({ id, favorite: value }, sessionId) => [[favorite, String(id), String(value), sessionId]],
    write: ([changed]) =>
      `{"setFavorite":${onlyRow(changed, (r) => `{"id":${word(r[0])},"isFavorite":${boolean(r[1])}}`)}}`,
  },
  Q4: {
    isWrite: false,
    statements: ({ firstId, secondId }) => [
      [wideList, String(firstId)],
      [wideList, String(secondId)],
    ],
    write: ([first = [], second = []]) =>
      `{"first":{"nodes":${list(first, wideJob)}},"second":{"nodes":${list(second, wideJob)}}}`,
  },
  Q5: {
    isWrite: false,
    statements: ({ personaId }) => [[personaName, String(personaId)]],
    write: ([personas]) => `{"persona":${onlyRow(personas, (r) => `{"id":${word(r[0])},"fullName":${text(r[1])}}`)}}`,
  },
};

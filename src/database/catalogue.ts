import type { Client } from 'pg';
import { queueSchema } from './work-queue.ts';

/** What PostgreSQL's catalogue says of a database's access rules. */
export interface Catalogue {
  readonly serverVersion: number;
  readonly roles: readonly {
    role: string;
    superuser: boolean;
    bypassRls: boolean;
    replication: boolean;
    createRole: boolean;
    memberOf: string[];
    owns: number;
  }[];
  readonly tables: readonly { table: string; rowSecurity: boolean; forced: boolean }[];
  /** Privileges held by anybody but the owner, whole-table and column-wise alike; role PUBLIC is `public`. */
  readonly grants: readonly { table: string; role: string; privilege: string }[];
  readonly policies: readonly {
    table: string;
    name: string;
    permissive: string;
    command: string;
    roles: string[];
    using: string | null;
    check: string | null;
  }[];
  readonly foreignKeys: readonly {
    table: string;
    name: string;
    columns: string[];
    target: string;
    targetColumns: string[];
  }[];
  /** Privileges in the schema of the queue held by anybody but the owner, and on that schema itself. */
  readonly queueGrants: readonly { what: string; role: string; privilege: string }[];
  /**
   * Views, materialised views, foreign tables and functions, and whatever of other schemas the roles reach: none is
   * expected, each could bypass row security.
   */
  readonly others: readonly string[];
}

const inPublic = `relnamespace = 'public'::regnamespace`;
// The queue's schema is looked at by itself.
const elsewhere = `n.nspname !~ '^(public|information_schema|${queueSchema}|pg_.*)$'`;
const reachedBy = (privilege: string): string =>
  `exists (select from pg_roles r where r.rolname = any($1) and has_schema_privilege(r.oid, n.oid, 'usage') and ${privilege})`;
const names = (relation: string, keys: string): string =>
  `(select array_agg(attname::text order by n) from unnest(${keys}) with ordinality k(num, n)
    join pg_attribute on attrelid = ${relation} and attnum = k.num)`;

const queries = {
  version: `select current_setting('server_version_num')::int as version`,
  roles: `
    select rolname::text as role, rolsuper as superuser, rolbypassrls as "bypassRls", rolreplication as replication,
           rolcreaterole as "createRole",
           array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as "memberOf",
           (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')) as owns
    from pg_roles r where rolname = any($1)`,
  tables: `
    select relname::text as table, relrowsecurity as "rowSecurity", relforcerowsecurity as forced
    from pg_class where ${inPublic} and relkind in ('r', 'p')`,
  grants: `
    select c.relname::text as table, case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as role,
           a.privilege_type as privilege
    from pg_class c
    cross join lateral (
      select * from aclexplode(c.relacl)
      union select t.* from pg_attribute x cross join lateral aclexplode(x.attacl) t where x.attrelid = c.oid
    ) a
    where ${inPublic} and c.relkind in ('r', 'p') and a.grantee <> c.relowner`,
  queueGrants: `
    select coalesce(c.relname::text, 'schema') as what,
           case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as role, a.privilege_type as privilege
    from pg_namespace n
    left join lateral (
      select null::name as relname, n.nspacl as acl, n.nspowner as owner
      union all select relname, relacl, relowner from pg_class where relnamespace = n.oid and relkind in ('r', 'p', 'v', 'm', 'f')
      union all
      select relname, x.attacl, relowner from pg_class join pg_attribute x on x.attrelid = pg_class.oid
      where relnamespace = n.oid and x.attacl is not null
    ) c on true
    cross join lateral aclexplode(c.acl) a
    where n.nspname = '${queueSchema}' and a.grantee <> c.owner
    union all
    select p.proname::text || '()', 'public', 'SECURITY DEFINER' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = '${queueSchema}' and p.prosecdef`,
  policies: `
    select tablename::text as table, policyname::text as name, permissive, lower(cmd) as command, roles::text[] as roles,
           qual as using, with_check as check
    from pg_policies where schemaname = 'public'`,
  foreignKeys: `
    select conrelid::regclass::text as table, conname::text as name, confrelid::regclass::text as target,
           ${names('conrelid', 'conkey')} as columns, ${names('confrelid', 'confkey')} as "targetColumns"
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  others: `
    select relname::text as name from pg_class where ${inPublic} and relkind in ('v', 'm', 'f')
    union all select p.proname::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    union all
    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${elsewhere} and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and ${reachedBy(
        `(has_any_column_privilege(r.oid, c.oid, 'select, insert, update, references')
          or has_table_privilege(r.oid, c.oid, 'delete, truncate, trigger'))`,
      )}
    union all
    select format('%I.%I', n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${elsewhere} and p.prosecdef and ${reachedBy(`has_function_privilege(r.oid, p.oid, 'execute')`)}`,
} as const;

/** Reads the catalogue of the connected database; any login may. */
export async function readCatalogue(client: Pick<Client, 'query'>, roles: readonly string[]): Promise<Catalogue> {
  const rows = async (sql: string, values: readonly unknown[] = []): Promise<never> =>
    (await client.query(sql, [...values])).rows as never;
  const [version] = (await rows(queries.version)) as { version: number }[];
  const others = (await rows(queries.others, [roles])) as { name: string }[];
  return {
    serverVersion: version?.version ?? 0,
    roles: await rows(queries.roles, [roles]),
    tables: await rows(queries.tables),
    grants: await rows(queries.grants),
    queueGrants: await rows(queries.queueGrants),
    policies: await rows(queries.policies),
    foreignKeys: await rows(queries.foreignKeys),
    others: others.map(({ name }) => name),
  };
}

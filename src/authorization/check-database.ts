import type { EntityMetadata } from '@mikro-orm/core';
import type { Catalogue } from '#database/catalogue.ts';
import { migrationsTable } from '#database/orm.ts';
import { queueSchema } from '#database/work-queue.ts';
import type { Policy } from './policy.ts';
import { ownerColumn, roleOf, rowPolicies, tableGrants, type RowPolicy } from './row-policies.ts';

const loginRoles = [roleOf('APP'), roleOf('IDENTITY'), roleOf('STAFF'), roleOf('SYSTEM')];

/**
 * Compares the access rules that a database has with those the schema compiles to.
 * @param metadata of the schema side, composite keys included
 * @returns every difference, with where it is and what to do; none when they agree to the letter
 */
export function databaseFaults(policy: Policy, metadata: Iterable<EntityMetadata>, catalogue: Catalogue): string[] {
  const tables = new Map([...metadata].map((meta) => [meta.tableName, meta]));
  const faults = [
    ...roleFaults(catalogue),
    ...grantFaults(policy, tables, catalogue),
    ...queueFaults(catalogue),
    ...keyFaults(tables, catalogue),
  ];
  for (const other of catalogue.others)
    faults.push(`${other}: something that no type describes and that could lead around row security; drop it`);
  for (const { table } of catalogue.tables)
    if (!tables.has(table) && table !== migrationsTable)
      faults.push(`${table}: a table that no type describes; drop it or describe it`);
  for (const meta of tables.values()) faults.push(...tableFaults(policy, meta, catalogue));
  return faults;
}

function roleFaults({ roles }: Catalogue): string[] {
  return loginRoles.flatMap((name) => {
    const role = roles.find((each) => each.role === name);
    if (!role) return [`${name}: no such login; run npm run migrate with DATABASE_ADMIN_URL`];
    const faults: string[] = [];
    // A stream of replication carries every row of every table.
    if (role.superuser || role.bypassRls || role.replication)
      faults.push(`${name}: is above row security; alter role ${name} nosuperuser nobypassrls noreplication`);
    if (role.createRole) faults.push(`${name}: may create roles; alter role ${name} nocreaterole`);
    if (role.owns > 0) faults.push(`${name}: owns tables or what holds them; reassign them to tenure_owner`);
    // Policies and grants reach every member of a role: membership alone would open all that the other login sees.
    for (const other of role.memberOf) faults.push(`${name}: is a member of ${other}; revoke ${other} from ${name}`);
    return faults;
  });
}

function grantFaults(policy: Policy, tables: ReadonlyMap<string, EntityMetadata>, { grants }: Catalogue): string[] {
  const held = new Set(grants.map((grant) => `${grant.table} ${grant.role} ${grant.privilege}`));
  const due = new Set([`${migrationsTable} ${roleOf('APP')} SELECT`]);
  for (const [table, meta] of tables)
    for (const [role, privileges] of tableGrants(policy, meta.className))
      for (const privilege of privileges) due.add(`${table} ${role} ${privilege}`);
  return [
    ...[...held]
      .filter((grant) => !due.has(grant))
      .map((grant) => `${grant}: granted, but the schema does not say so; revoke it`),
    ...[...due]
      .filter((grant) => !held.has(grant))
      .map((grant) => `${grant}: not granted, though the schema says so; grant it`),
  ];
}

/** What the system login needs of the queue's tables; nobody else needs any of them. */
const queueGrants: ReadonlySet<string> = new Set(
  [
    ['schema', 'USAGE'],
    ['version', 'SELECT'],
    ['queue', 'SELECT'],
    ['job', 'INSERT'],
    ...['SELECT', 'INSERT', 'UPDATE', 'DELETE'].map((privilege) => ['job_common', privilege]),
  ].map(([what, privilege]) => `${what} ${roleOf('SYSTEM')} ${privilege}`),
);

function queueFaults({ queueGrants: found }: Catalogue): string[] {
  const held = new Set(found.map(({ what, role, privilege }) => `${what} ${role} ${privilege}`));
  return [
    ...[...held.difference(queueGrants)].map(
      (grant) => `${queueSchema}: ${grant}: granted, but nobody needs it; revoke it`,
    ),
    ...[...queueGrants.difference(held)].map((grant) => `${queueSchema}: ${grant}: not granted; grant it`),
  ];
}

function tableFaults(policy: Policy, meta: EntityMetadata, catalogue: Catalogue): string[] {
  const table = meta.tableName;
  const actual = catalogue.tables.find((each) => each.table === table);
  if (!actual) return [`${table}: missing; run the migrations`];
  const owner = policy.owned.get(meta.className);
  const due = new Set(owner ? rowPolicies(policy, owner, ownerColumn(meta, owner)).map(dueText) : []);
  const held = new Set(catalogue.policies.filter((each) => each.table === table).map(heldText));
  const isForced = actual.rowSecurity && actual.forced;
  return [
    ...(owner && !isForced
      ? [
          `${table}: row security is not forced; alter table ${table} enable row level security, force row level security`,
        ]
      : []),
    ...[...held.difference(due)].map(
      (text) => `${table}: has the row policy ${text}, which the schema does not say; migrate`,
    ),
    ...[...due.difference(held)].map((text) => `${table}: lacks the row policy ${text}; migrate`),
  ];
}

const dueText = ({ name, command, role, using, check }: RowPolicy): string =>
  policyText(name, ['PERMISSIVE', command, role, canonical(using), canonical(check)]);

const heldText = ({ name, permissive, command, roles, using, check }: Catalogue['policies'][number]): string =>
  policyText(name, [permissive, command, roles.join(','), using, check]);

const policyText = (name: string, parts: readonly (string | null)[]): string =>
  `${name}: ${parts.map((part) => part ?? '-').join(' | ')}`;

/** An expression as `pg_policies` prints it back (the same on PostgreSQL 15 to 18). */
const canonical = (expression: string | undefined): string | null => {
  if (expression === undefined || expression === 'true') return expression ?? null;
  const column = /^"(\w+)"/.exec(expression)?.[1] ?? '';
  return `(${column} = ( SELECT (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid AS "nullif"))`;
};

/** Foreign keys, columns and all: one that leaves the owner out is checked without row security and would link across owners. */
function keyFaults(tables: ReadonlyMap<string, EntityMetadata>, { foreignKeys }: Catalogue): string[] {
  const relations = [...tables.values()].flatMap((meta) =>
    meta.relations
      .filter((relation) => relation.kind === 'm:1' && relation.persist !== false)
      .map((relation) => ({
        table: meta.tableName,
        columns: relation.fieldNames,
        target: relation.targetMeta?.tableName ?? '',
        targetColumns: relation.referencedColumnNames,
      })),
  );
  const due = new Set(relations.map(keyText));
  const held = new Set(foreignKeys.map(keyText));
  return [
    ...[...held.difference(due)].map((key) => `${key}: a foreign key that the schema does not say; drop it`),
    ...[...due.difference(held)].map((key) => `${key}: this foreign key is missing; migrate`),
  ];
}

const keyText = ({ table, columns, target, targetColumns }: Omit<Catalogue['foreignKeys'][number], 'name'>): string =>
  `${table} (${columns.join(', ')}) references ${target} (${targetColumns.join(', ')})`;

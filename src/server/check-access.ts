import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  approvalFor,
  approvalOf,
  judgeChanges,
  parseApprovals,
  type Approval,
} from '#authorization/access-approvals.ts';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { checkPolicy } from '#authorization/check-policy.ts';
import { compareMatrices, type AccessChange } from '#authorization/compare-matrices.ts';
import { entityShapes } from '#authorization/entity-shapes.ts';
import { PolicyError } from '#authorization/policy.ts';
import { readConfig, type Config } from '#config.ts';
import { baseMatrix, matrixFile } from './base-matrix.ts';
import type { CompiledSchema } from './build-schema.ts';
import { checkDatabase, checkLogins } from './check-boot.ts';
import { openDatabase } from './databases.ts';
import { migrateUp } from './migrations.ts';
import { openSchemaOrm } from './schema-orm.ts';

const approvalsFile = new URL('../../schema/access-approvals.tsv', import.meta.url);

/**
 * Holds schema, committed matrix, approvals, migrations and databases against each other, and tells what the schema
 * changes of what was allowed at the base.
 * @param base revision to compare with; null for the latest commit
 * @throws PolicyError with every fault
 */
export async function checkAccess(
  compiled: CompiledSchema,
  base: string | null,
  say: (line: string) => void,
): Promise<void> {
  const matrix = accessMatrix(compiled.source, compiled.policy);
  const faults = [...staleMatrix(matrix), ...changeFaults(matrix, base, say), ...(await migrationFaults(compiled))];
  const { database } = readConfig();
  if (database) {
    await checkLogins(database);
    await checkDatabase(database.app, compiled.policy);
  }
  if (faults.length > 0) throw new PolicyError(faults);
}

/** The file must say what the schema says: whoever reviews it reads nothing else. */
function staleMatrix(matrix: string): readonly string[] {
  const held = readFileSync(matrixFile, 'utf8');
  if (held === matrix) return [];
  const fault = 'access-matrix.tsv is not what the schema says (npm run authz -- matrix)';
  const changes = compareMatrices(held, matrix);
  return changes.length > 0 ? changes.map((change) => `${fault}: ${changeText(change)}`) : [fault];
}

function changeFaults(matrix: string, base: string | null, say: (line: string) => void): readonly string[] {
  const changes = compareMatrices(baseMatrix(base), matrix);
  const approvals = parseApprovals(readFileSync(approvalsFile, 'utf8'));
  const { unapproved, stale } = judgeChanges(changes, approvals);
  for (const change of changes) {
    const approval = approvalOf(change, approvals);
    say(`${changeText(change)}${approval ? ` (approved: ${approval.reason})` : ''}`);
  }
  // Without a base, approvals of what is committed already would all look stale.
  if (base !== null) for (const approval of stale) say(staleText(approval));
  return unapproved.map(
    (change) =>
      `${changeText(change)}; approve it by this line of access-approvals.tsv, with a reason at its end:\n    ${approvalFor(change)}`,
  );
}

const changeText = ({ label, coordinate, what }: AccessChange): string => `${label.padEnd(7)} ${coordinate}: ${what}`;

const staleText = ({ coordinate, what }: Approval): string =>
  `STALE   ${coordinate}: ${what} (access-approvals.tsv approves what no change does; remove the line)`;

/** What migrations make on an empty database must be what the schema says. */
async function migrationFaults({ source, policy }: CompiledSchema): Promise<readonly string[]> {
  let faults: readonly string[] = [];
  await withThrowawayDatabase(async (database) => {
    const owner = database.urls.owner ?? '';
    await migrateUp(owner, policy);
    const orm = await openSchemaOrm(owner, policy);
    try {
      checkPolicy(source, policy, entityShapes(orm.getMetadata().getAll().values(), 'User'));
      const drift = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim();
      if (drift !== '') faults = [`the migrations do not make what the schema says; a migration must run:\n${drift}`];
    } finally {
      await orm.close();
    }
    await checkDatabase(database.urls.app, policy);
  });
  return faults;
}

async function withThrowawayDatabase(
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-authz-'));
  const config: Config = { ...readConfig(), dataFolder: folder, database: null };
  try {
    const database = await openDatabase(config, () => undefined);
    try {
      await work(database);
    } finally {
      await database.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

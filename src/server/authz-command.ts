import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { checkPolicy } from '#authorization/check-policy.ts';
import { entityShapes } from '#authorization/entity-shapes.ts';
import { PolicyError } from '#authorization/policy.ts';
import { StartupError } from '#platform/errors.ts';
import { readConfig, type Config } from '#config.ts';
import { compileSchema, type CompiledSchema } from './build-schema.ts';
import { checkDatabase, checkLogins } from './check-boot.ts';
import { runCommand } from './command.ts';
import { openDatabase } from './databases.ts';
import { migrateUp } from './migrations.ts';
import { openSchemaOrm } from './schema-orm.ts';

const matrixFile = fileURLToPath(new URL('../../schema/access-matrix.tsv', import.meta.url));

const usage = 'Write: npm run authz -- matrix, or npm run authz -- check';

await runCommand(async ([verb], say) => {
  const compiled = compileSchema();
  if (verb === 'matrix') {
    writeFileSync(matrixFile, accessMatrix(compiled.source, compiled.policy));
    say('schema/access-matrix.tsv is written.');
    return;
  }
  if (verb !== 'check') throw new StartupError(usage);
  const faults = matrixFaults(compiled);
  await withThrowawayDatabase(async (database) => {
    const owner = database.urls.owner ?? '';
    await migrateUp(owner, compiled.policy);
    const orm = await openSchemaOrm(owner, compiled.policy);
    try {
      checkPolicy(compiled.source, compiled.policy, entityShapes(orm.getMetadata().getAll().values(), 'User'));
      const drift = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim();
      if (drift !== '') faults.push(`the migrations do not make what the schema says; a migration must run:\n${drift}`);
    } finally {
      await orm.close();
    }
    await checkDatabase(database.urls.app, compiled.policy);
  });
  const { database } = readConfig();
  if (database) {
    await checkLogins(database);
    await checkDatabase(database.app, compiled.policy);
  }
  if (faults.length > 0) throw new PolicyError(faults);
  say(
    `Schema, matrix, row policies and grants agree: ${compiled.policy.fields.size} coordinates, ${compiled.policy.owned.size} owned tables.`,
  );
});

/** Lines that the committed matrix has and the schema does not say, and the reverse. */
function matrixFaults({ source, policy }: CompiledSchema): string[] {
  const due = new Set(accessMatrix(source, policy).split('\n'));
  const held = new Set(readFileSync(matrixFile, 'utf8').split('\n'));
  return [
    ...[...held.difference(due)].map((line) => `access-matrix.tsv says, but the schema does not: ${line}`),
    ...[...due.difference(held)].map(
      (line) => `the schema says, but access-matrix.tsv does not (npm run authz -- matrix): ${line}`,
    ),
  ];
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

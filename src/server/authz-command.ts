import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { StartupError } from '#platform/errors.ts';
import { matrixFile } from './base-matrix.ts';
import { compileSchema } from './build-schema.ts';
import { checkAccess } from './check-access.ts';
import { readArguments, runCommand } from './command.ts';

const usage = `Write one of
  npm run authz -- matrix                              write schema/access-matrix.tsv
  npm run authz -- check [--base REVISION]             hold schema, matrix, approvals and databases against each other`;

await runCommand(async (args, say) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { base: { type: 'string' } } }),
  );
  const [verb, ...others] = positionals;
  const compiled = compileSchema();
  const { source, policy } = compiled;
  if (verb === 'matrix' && others.length === 0) {
    writeFileSync(matrixFile, accessMatrix(source, policy));
    say('schema/access-matrix.tsv is written.');
  } else if (verb === 'check' && others.length === 0) {
    await checkAccess(compiled, values.base ?? null, say);
    say(
      `Schema, matrix, row policies and grants agree: ${policy.fields.size} coordinates, ${policy.owned.size} owned tables.`,
    );
  } else throw new StartupError(usage);
});

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { StartupError } from '#platform/errors.ts';
import { readConfig } from '#config.ts';
import { matrixFile } from './base-matrix.ts';
import { compileSchema } from './build-schema.ts';
import { checkAccess } from './check-access.ts';
import { readArguments, runCommand, type Command } from './command.ts';
import { replayAccess } from './replay-access.ts';

const usage = `Write one of
  npm run authz -- matrix                              write schema/access-matrix.tsv
  npm run authz -- check [--base REVISION]             hold schema, matrix, approvals and databases against each other
  npm run authz -- explain VIEWER COORDINATE [ID] [--scopes SCOPE,SCOPE]
                                                       tell what decides, step by step
                                                       VIEWER: anonymous, USER, SUPPORT, ADMIN, an account's e-mail or id
                                                       COORDINATE: Type, Type.field or "Type.field(argument:)"
                                                       SCOPE: of an access token of theirs, which they come by`;

const scopesIn = (list: string | undefined): readonly string[] | undefined => list?.split(',');

/** What `npm run authz` does. */
export const authzCommand: Command = async (args, say, { environment }) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { base: { type: 'string' }, scopes: { type: 'string' } },
    }),
  );
  const [verb, viewer, coordinate, id, ...more] = positionals;
  const compiled = compileSchema();
  const { source, policy } = compiled;
  if (verb === 'matrix' && viewer === undefined) {
    writeFileSync(matrixFile, accessMatrix(source, policy));
    say('schema/access-matrix.tsv is written.');
  } else if (verb === 'check' && viewer === undefined) {
    await checkAccess(compiled, values.base ?? null, say);
    say(
      `Schema, matrix, row policies and grants agree: ${policy.fields.size} coordinates, ${policy.owned.size} owned tables.`,
    );
  } else if (verb === 'explain' && viewer !== undefined && coordinate !== undefined && more.length === 0) {
    const scopes = scopesIn(values.scopes);
    await replayAccess(compiled, { viewer, coordinate, id, scopes }, { config: readConfig(environment), say });
  } else throw new StartupError(usage);
};

if (import.meta.main) await runCommand(authzCommand);

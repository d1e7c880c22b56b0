import { PolicyError } from '#authorization/policy.ts';
import { ImportError } from '#sources/import-error.ts';
import { isPassing } from '#database/is-passing.ts';
import { describeError } from '#platform/describe-error.ts';
import { DomainError, StartupError } from '#platform/errors.ts';

/** Where a command runs: a process of its own unless told. */
export interface Around {
  readonly environment?: Readonly<Record<string, string>>;
  /** Where progress is shown. */
  readonly stderr?: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };
}

/** Arguments in, lines out. @throws what its user is told in a sentence */
export type Command = (args: readonly string[], say: (line: string) => void, around: Around) => Promise<void>;

/** Runs a command of the product as a program: a fault is told in a sentence and ends it with exit code 1. */
export async function runCommand(command: Command): Promise<void> {
  try {
    await command(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`), {});
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/** Reads arguments. @throws StartupError that tells how to write them, where some are not known */
export function readArguments<R>(usage: string, read: () => R): R {
  try {
    return read();
  } catch {
    throw new StartupError(usage);
  }
}

/** What ended a program, for whoever runs it: a sentence that is meant for them, or where in the code it failed. */
export function explain(error: unknown): string {
  const explained = [StartupError, DomainError, PolicyError, ImportError];
  if (explained.some((kind) => error instanceof kind)) return (error as Error).message;
  if (isPassing(error))
    return 'The database was lost in the middle of the work, of which nothing is kept. Run it again.';
  // What the database says may quote rows, hashes of passwords included.
  const { type, message, stack } = describeError(error instanceof Error ? error : new Error(String(error)));
  return `${type}: ${message}\n${stack}`;
}

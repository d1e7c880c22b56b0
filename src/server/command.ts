import { PolicyError } from '#authorization/policy.ts';
import { ImportError } from '#sources/import-error.ts';
import { StartupError } from '#platform/errors.ts';

/** Runs a command of the product: arguments in, lines out; a fault is told in a sentence and ends with exit code 1. */
export async function runCommand(
  command: (args: readonly string[], say: (line: string) => void) => Promise<void>,
): Promise<void> {
  try {
    await command(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`));
  } catch (error) {
    const isExplained = error instanceof StartupError || error instanceof PolicyError || error instanceof ImportError;
    process.stderr.write(`${isExplained ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

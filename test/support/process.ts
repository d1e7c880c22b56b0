import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, type Command } from '../../src/server/command.ts';
import { quickFolder } from './quick-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Program {
  readonly process: ChildProcess;
  /** Everything printed so far, both streams. */
  readonly output: () => string;
  /** Resolves with the match once the output has it; rejects if the program ends first. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

// What a shell would hand on, and the run's own cache of compiled code: else each program compiles all of the product.
const handedOn = ['PATH', 'HOME', 'NODE_COMPILE_CACHE'].flatMap((name) => {
  const value = process.env[name];
  return value === undefined ? [] : [[name, value] as const];
});

/** Runs one of the product's programs as a user would, in a process of its own. A path is taken from this checkout on. */
export function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [resolve(root, script), ...args], {
    cwd: root,
    env: { ...Object.fromEntries(handedOn), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  const append = (piece: Buffer): void => {
    text += piece.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', append);
  child.stderr.on('data', append);
  const ended = once(child, 'close').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]) => code ?? signal ?? 0,
  ) as Promise<number | NodeJS.Signals>;
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then((code) => reject(new Error(`It ended with ${code} before printing ${pattern}:\n${text}`)));
    });
  return { process: child, output: () => text, printed, ended };
}

/** What came of a command. */
export interface Ended {
  readonly code: number | NodeJS.Signals;
  /** Everything printed, both streams. */
  readonly output: string;
}

/** Runs a command of the product in a process of its own until it ends. */
export async function runToEnd(...program: Parameters<typeof run>): Promise<Ended> {
  const { ended, output } = run(...program);
  return { code: await ended, output: output() };
}

/** Does within this process what a command does, as one would tell it there: to start another takes longer than most commands. */
export async function runHere(
  command: Command,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  let output = '';
  const print = (text: string): boolean => Boolean((output += text));
  const say = (line: string): void => void print(`${line}\n`);
  const code = await command(args, say, { environment, stderr: { write: print } }).then(
    () => 0,
    (error: unknown) => (say(explain(error)), 1),
  );
  return { code, output };
}

/** A folder that is gone after the test file. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = quickFolder();
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

import { readFileSync } from 'node:fs';

let passwords: ReadonlySet<string> | undefined;

/** Whether a password, in lower case, is one of the 10,000 most common ones. The list is read when it is first needed. */
export function isCommonPassword(password: string): boolean {
  passwords ??= new Set(
    readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
      .trimEnd()
      .toLowerCase()
      .split('\n'),
  );
  return passwords.has(password);
}

import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { claimDue, type Due } from '#database/claim-due.ts';
import { hasInjection } from '#platform/find-injections.ts';
import { LanguageModelFailure, type AskLanguageModel, type Prompt } from '#platform/language-model.ts';
import type { WordingState } from '#platform/resolver-types.generated.ts';

/** Where it is said that words of the language model were asked for. */
export const wordingChannel = 'tenure_wording';

/** What putting something into the words of a language model takes. */
export interface WordingWork {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  readonly ask: AskLanguageModel;
}

/** How far something has got with its words. */
export function wordingState({
  isWritten,
  isPossible,
  dueAt,
}: {
  readonly isWritten: boolean;
  readonly isPossible: boolean;
  readonly dueAt: Date | null | undefined;
}): WordingState {
  if (isWritten) return 'WRITTEN';
  if (!isPossible) return 'UNAVAILABLE';
  return dueAt ? 'REQUESTED' : 'AVAILABLE';
}

/**
 * Words what is due, a few rows at a time. Each is claimed for a while; no transaction is open while the model is asked.
 * @param settle asks for one row's words and keeps them, if the row is by then what the model was told of
 * @returns how many were claimed
 */
export async function wordDue<T extends { id: string }>(
  { orm, now, log }: WordingWork,
  due: Omit<Due<T>, 'now'>,
  settle: (row: T) => Promise<void>,
): Promise<number> {
  const claimed = await claimDue(orm, { ...due, now: now() });
  await Promise.all(
    claimed.map((row) =>
      settle(row).catch((error: unknown) =>
        log.error({ err: error, id: row.id }, 'words not settled; they are asked for again'),
      ),
    ),
  );
  return claimed.length;
}

/**
 * What the model says to a prompt; null where that is nothing to show, and the plain words stay.
 * @param read the words of an answer, null for one that is not to be shown
 */
export async function askForWords<T>(
  { log, ask }: WordingWork,
  { id, prompt, read }: { readonly id: string; readonly prompt: Prompt; readonly read: (answer: string) => T | null },
): Promise<T | null> {
  try {
    const words = read(await ask(prompt));
    if (words === null) log.warn({ id }, 'the language model gave no words to show');
    return words;
  } catch (error) {
    if (!(error instanceof LanguageModelFailure)) throw error;
    log.warn({ id, reason: error.reason }, 'the language model gave no answer');
    return null;
  }
}

/** Whether words of a model may be shown: without links, mark-up and addresses, and without orders to another machine. */
export const isPlain = (words: string): boolean => !hasInjection(words) && !/https?:|www\.|[<>@[\]{}`\\]/i.test(words);

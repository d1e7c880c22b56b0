import { expect, test } from 'vitest';
import type { OperationContext } from '#authorization/operation-context.ts';
import { watchPersonaJobs } from '#job-pool/watch-persona-jobs.ts';
import { NotFound } from '#platform/errors.ts';

/** The opening of a stream, and the order in which it asks for what. */
async function opening(find: () => Promise<unknown>): Promise<{ outcome: unknown; asked: readonly string[] }> {
  const asked: string[] = [];
  const changes = { return: async () => void asked.push('return') };
  const context = {
    watch: () => {
      asked.push('watch');
      return changes;
    },
    rows: {
      find: () => {
        asked.push('find');
        return find();
      },
    },
  };
  const outcome = await watchPersonaJobs(context as unknown as OperationContext, 'id').catch((error: unknown) => error);
  return { outcome: outcome === changes ? 'changes' : outcome, asked };
}

test('what changes while the persona is looked up is told of', async () => {
  expect(await opening(async () => ({}))).toEqual({ outcome: 'changes', asked: ['watch', 'find'] });
});

test('nothing stays open of what does not open', async () => {
  const asked = ['watch', 'find', 'return'];
  expect(await opening(async () => null)).toEqual({ outcome: new NotFound(), asked });
  const failure = new Error('gone');
  expect(await opening(() => Promise.reject(failure))).toEqual({ outcome: failure, asked });
});

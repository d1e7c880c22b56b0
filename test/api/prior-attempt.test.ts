import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newOwnedId } from '#platform/ids.ts';
import { signUpWithPersona } from '../support/personas.ts';
import { startTestProduct, type TestProduct } from '../support/product.ts';
import { insertRows, seedMatches, seedPostings, type Row } from '../support/seed.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Sent extends Row {
  readonly status: string;
  readonly applied_at: string;
}

describe('PersonaJob.priorAttempt', () => {
  const applied = (status: string, day: string): Sent => ({
    status,
    applied_at: `2025-10-${day}T08:00:00.000Z`,
    status_updated_at: `2025-10-2${day.at(-1)}T08:00:00.000Z`,
  });

  it('tells of the latest own application to an earlier posting of the chain, and of nobody else', async () => {
    const [ada, bob] = [await signUpWithPersona(product, 'ada'), await signUpWithPersona(product, 'bob')];
    const [first = '', second = '', alone = ''] = await seedPostings(product.database, 3);
    const [repost = '', other = '', pending = ''] = await seedPostings(product.database, 3, (index) => ({
      previous_posting_ids: [[second, first], [alone], [first]][index],
      repost_count: 1,
    }));
    const apply = ({ tenant, persona }: typeof ada, postingId: string, sent: Sent) =>
      insertRows(product.database, 'applications', [
        {
          id: newOwnedId(new Date('2025-10-01T08:00:00.000Z')),
          owner_id: tenant.userId,
          persona_id: persona.id,
          job_posting_id: postingId,
          snapshot: {},
          is_pinned: false,
          version: 1,
          ...sent,
        },
      ]);
    await apply(ada, first, applied('INTERVIEWING', '01'));
    await apply(ada, second, applied('REJECTED', '02'));
    await apply(bob, alone, applied('OFFER', '03'));
    await seedMatches(
      product.database,
      [ada, bob].flatMap(({ tenant, persona }) =>
        [repost, other, pending, first].map((postingId) => ({
          ownerId: tenant.userId,
          personaId: persona.id,
          postingId,
        })),
      ),
    );
    const attemptsOf = async ({ tenant, persona }: typeof ada) => {
      const { personaJobs } = await tenant.ask<{
        personaJobs: { nodes: readonly { posting: { id: string }; priorAttempt: object | null }[] };
      }>(
        'query ($id: ID!) { personaJobs(personaId: $id, first: 10) { nodes { posting { id } priorAttempt { appliedAt outcome outcomeAt } } } }',
        { id: persona.id },
      );
      const byPosting = new Map(personaJobs.nodes.map(({ posting, priorAttempt }) => [posting.id, priorAttempt]));
      return [repost, other, pending, first].map((id) => byPosting.get(id));
    };
    const [rejected, offered] = ['2025-10-22T08:00:00.000Z', '2025-10-23T08:00:00.000Z'];
    expect(await attemptsOf(ada)).toEqual([
      { appliedAt: '2025-10-02T08:00:00.000Z', outcome: 'REJECTED', outcomeAt: rejected },
      null,
      { appliedAt: '2025-10-01T08:00:00.000Z', outcome: null, outcomeAt: null },
      null,
    ]);
    expect(await attemptsOf(bob)).toEqual([
      null,
      { appliedAt: '2025-10-03T08:00:00.000Z', outcome: 'OFFER', outcomeAt: offered },
      null,
      null,
    ]);
  });
});

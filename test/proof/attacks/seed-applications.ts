import { newOwnedId } from '#platform/ids.ts';
import type { Seed } from '../../authorization/tenants.ts';
import { insertRows, seedMatches, seedPostings } from '../../support/seed.ts';

/** Applications of Ada's that wait for an offer: an application has one, so each text needs its own. */
export async function seedApplications({ database, ada }: Seed, count: number): Promise<readonly string[]> {
  const at = '2025-11-01T08:00:00.000Z';
  // Closed, so that nobody is matched to them.
  const postings = await seedPostings(database, count, () => ({ is_active: false }));
  const matches = await seedMatches(
    database,
    postings.map((postingId) => ({ ownerId: ada.userId, personaId: ada.persona, postingId })),
  );
  const applications = matches.map((personaJobId, index) => ({
    id: newOwnedId(new Date(at)),
    owner_id: ada.userId,
    persona_id: ada.persona,
    persona_job_id: personaJobId,
    job_posting_id: postings[index],
    snapshot: { title: 'Then', companyName: 'Acme', description: 'Text', capturedAt: at },
    status: 'INTERVIEWING',
    is_pinned: false,
    applied_at: at,
    status_updated_at: at,
    version: 1,
  }));
  await insertRows(database, 'applications', applications);
  return applications.map(({ id }) => id);
}

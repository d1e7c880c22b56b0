import { signUpWithPersona } from './personas.ts';
import type { Answer, Tenant, TestProduct } from './product.ts';
import { seedMatch, seedPostings } from './seed.ts';

/** Somebody with a persona and one match of it. */
export interface Watched {
  readonly tenant: Tenant;
  readonly personaId: string;
  readonly matchId: string;
}

export const watchDocument = `subscription ($id: ID!) {
  personaJobsChanged(personaId: $id) { id isFavorite status version posting { title } }
}`;

/** A new account with a persona and one match. */
export async function signUpWatched(product: TestProduct, name: string): Promise<Watched> {
  const { tenant, persona } = await signUpWithPersona(product, name);
  const [postingId = ''] = await seedPostings(product.database, 1, () => ({ title: `${name}'s posting` }));
  const match = { ownerId: tenant.userId, personaId: persona.id, postingId };
  return { tenant, personaId: persona.id, matchId: await seedMatch(product.database, match) };
}

/** Marks the match as favourite or not. */
export const setFavorite = ({ tenant, matchId }: Watched, favorite: boolean): Promise<Answer> =>
  tenant.send('mutation ($id: ID!, $favorite: Boolean!) { setFavorite(id: $id, favorite: $favorite) { id } }', {
    id: matchId,
    favorite,
  });

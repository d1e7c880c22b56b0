import type { Tenant, TestProduct } from './product.ts';

export interface MadePersona {
  readonly id: string;
  readonly skills: readonly { readonly id: string; readonly skillName: string }[];
}

/** Makes a persona by the API; what is left out is as short as can be. */
export async function makePersona(tenant: Tenant, input: object = {}): Promise<MadePersona> {
  const { createPersona } = await tenant.ask<{ createPersona: MadePersona }>(
    'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id skills { id skillName } } }',
    { input: { fullName: 'Ada Lovelace', email: tenant.email, ...input } },
  );
  return createPersona;
}

/**
 * A new account with a persona that wants a perfect fit and that the relay has done with: it has the matches that a test
 * seeds, and no others.
 */
export async function signUpWithPersona(
  product: TestProduct,
  name: string,
  input: object = {},
): Promise<{ tenant: Tenant; persona: MadePersona }> {
  const tenant = await product.signUp(name);
  const persona = await makePersona(tenant, { minimumFitThreshold: 100, ...input });
  await product.matched();
  return { tenant, persona };
}

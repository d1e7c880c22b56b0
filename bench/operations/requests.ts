import { matchNumber, seededId } from '../database/ids.ts';
import type { Size } from '../database/sizes.ts';
import type { OperationName } from './documents.ts';
import { heavyTenants, usualTenants, type Tenant } from './tenants.ts';

/** What is posted, ready to send. */
export interface PreparedRequest {
  readonly authorization: string | null;
  readonly body: string;
}

type Documents = Readonly<Record<OperationName, string>>;

const persona = ({ persona }: Tenant) => ({ personaId: seededId('persona', persona) });

const variables: Readonly<Record<OperationName, (tenant: Tenant, turn: number) => object>> = {
  Q0: () => ({}),
  Q1: persona,
  Q2: persona,
  Q3: (tenant, turn) => ({ id: seededId('personaJob', matchNumber(tenant.persona, 0)), favorite: turn % 2 === 0 }),
  Q4: (tenant) => ({
    firstId: seededId('persona', tenant.persona),
    secondId: seededId('persona', tenant.secondPersona),
  }),
  Q5: ({ foreignPersona }) => ({ personaId: seededId('persona', foreignPersona) }),
};

/**
 * The requests of an operation in the order in which they are sent over and over: tenant after tenant. A toggle has two
 * turns, so that the second undoes the first.
 */
export function requestsFor(name: OperationName, documents: Documents, size: Size): readonly PreparedRequest[] {
  const tenants = name === 'Q4' ? heavyTenants(size) : usualTenants(size);
  const turns = name === 'Q3' ? [0, 1] : [0];
  return turns.flatMap((turn) =>
    tenants.map((tenant) =>
      prepare(name, documents[name], {
        tenant: name === 'Q0' ? null : tenant,
        variables: variables[name](tenant, turn),
      }),
    ),
  );
}

/** @param asked whose token goes along, null for none, and the document's variables */
export const prepare = (
  operationName: string,
  query: string,
  asked: { readonly tenant: Tenant | null; readonly variables: object },
): PreparedRequest => ({
  authorization: asked.tenant?.authorization ?? null,
  body: JSON.stringify({ operationName, query, variables: asked.variables }),
});

import { OperationTypeNode } from 'graphql';
import type { OperationSource, Refused } from '#authorization/judge-document.ts';
import { isForLocalOwner } from '#identity/local-owner.ts';
import { Forbidden } from '#platform/errors.ts';
import type { identityFieldFinder } from './identity-field.ts';
import type { RequestContext } from './request-context.ts';

/** What is refused by how it was sent and where to, whoever it is that sends it; null for what is not. */
export function outrightRefusal(
  asked: Pick<OperationSource, 'document' | 'operation'>,
  { isForged, isSingleUser }: Pick<RequestContext, 'isForged' | 'isSingleUser'>,
  identityFieldOf: ReturnType<typeof identityFieldFinder>,
): Refused | null {
  if (isForged && asked.operation.operation === OperationTypeNode.MUTATION) return forged;
  const identityField = isSingleUser ? identityFieldOf(asked) : null;
  return identityField === null || isForLocalOwner(identityField) ? null : withoutAccounts;
}

const forged: Refused = {
  path: [],
  error: new Forbidden(
    'Mutations with cookies must come from an origin of CORS_ORIGINS, with the header apollo-require-preflight.',
  ),
};

const withoutAccounts: Refused = {
  path: [],
  error: new Forbidden('This is a single-user installation: there are no accounts, and nobody signs in or out.'),
};

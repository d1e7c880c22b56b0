import type { Contender, ContenderName } from './contenders/start-contender.ts';
import { seededId } from './database/ids.ts';
import type { Comparison, Subject } from './measure/rounds.ts';
import {
  depthDocuments,
  operationTitles,
  postgraphileDocuments,
  tenureDocuments,
  type OperationName,
} from './operations/documents.ts';
import { prepare, requestsFor } from './operations/requests.ts';
import { deepTenant } from './operations/tenants.ts';
import { verifyAnswers } from './operations/verify-answers.ts';
import type { Scale } from './scales.ts';

const documentsOf = (name: ContenderName) => (name === 'postgraphile' ? postgraphileDocuments : tenureDocuments);

const isMajor = (operation: OperationName): boolean => operation === 'Q1' || operation === 'Q4';

/** An operation, asked of all contenders that know it. @throws Error where they do not say the same */
export async function compareOperation(
  operation: OperationName,
  contenders: readonly Contender[],
  scale: Scale,
): Promise<Comparison> {
  const asked = contenders
    .filter(({ name }) => name !== 'naive' || isMajor(operation))
    .map(({ name, pid, port }) => ({
      name,
      port,
      server: { pid, port },
      requests: requestsFor(operation, documentsOf(name), scale.size),
    }));
  const shortest = await verifyAnswers(operation, asked);
  return {
    key: operation,
    title: `${operation}: ${operationTitles[operation]}`,
    subjects: asked.map((each) => ({ ...each, leastBytes: leastOf(shortest.get(each.name)) })),
    plan: isMajor(operation) ? scale.major : scale.minor,
  };
}

/** Half of what was the shortest: names differ in length, and an answer without its rows is shorter than that. */
const leastOf = (shortest = 0): number => Math.floor(shortest / 2);

/** The job list of the product on a small database and on the large one, whose lists are as long. */
export function compareGrowth(large: Contender, small: Contender, scale: Scale): Comparison {
  const on = (name: string, { pid, port }: Contender, size: Scale['size']): Subject => ({
    name,
    server: { pid, port },
    requests: requestsFor('Q1', tenureDocuments, size),
    leastBytes: 1_000,
  });
  return {
    key: 'growth',
    title: `Growth: ${operationTitles.Q1}`,
    subjects: [on('small database', small, scale.small), on('large database', large, scale.size)],
    plan: scale.major,
  };
}

/** The first page of the longest list, and one near its end, by the product and one at a time. */
export async function compareDepth({ pid, port }: Contender, { size, depth }: Scale): Promise<Comparison> {
  const tenant = deepTenant(size);
  const personaId = seededId('persona', tenant.persona);
  const page = (name: string, operationName: string, [query, more]: readonly [string, object]): Subject => ({
    name,
    server: { pid, port },
    requests: [prepare(operationName, query, { tenant, variables: { personaId, ...more } })],
    leastBytes: 1_000,
  });
  const end = prepare('End', depthDocuments.end, { tenant, variables: { personaId } });
  const after = await startOfLastPage(port, end);
  return {
    key: 'depth',
    title: 'Depth: a page of 20 of the longest list',
    subjects: [
      page('first page', 'First', [depthDocuments.first, {}]),
      page('page at depth', 'Deep', [depthDocuments.deep, { after }]),
    ],
    plan: depth,
  };
}

async function startOfLastPage(port: number, { authorization, body }: ReturnType<typeof prepare>): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorization ?? '' },
    body,
  });
  const text = await response.text();
  const cursor = /"startCursor":"([^"]+)"/.exec(text)?.[1];
  if (cursor === undefined) throw new Error(`The end of the longest list is not found: ${text.slice(0, 500)}`);
  return cursor;
}

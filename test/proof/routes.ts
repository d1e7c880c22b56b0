import { OperationMaker } from './operations.ts';
import { Random } from './random.ts';
import { unlike } from './viewers.ts';
import type { World } from './world.ts';

/** A route that told something of others. */
export interface RouteLeak {
  readonly viewer: string;
  readonly request: string;
  readonly found: readonly string[];
}

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'] as const;

/** Asks every path that there is, and such as there could be, in every way and as every kind of viewer. */
export async function askRoutes(world: World): Promise<{ readonly requests: number; readonly leaks: RouteLeak[] }> {
  const { product, canaries } = world;
  const leaks: RouteLeak[] = [];
  const requests = unlike(world.viewers).flatMap((viewer) =>
    pathsOf(world).flatMap((path) => methodsFor(path).map((method) => ({ viewer, path, method }))),
  );
  for (const { viewer, path, method } of requests) {
    const headers = { ...viewer.headers, 'apollo-require-preflight': '1' };
    const response = await ask(new URL(path, product.url), { method, headers, redirect: 'manual' });
    const heard = [await response.text(), ...[...response.headers].map((each) => each.join(': '))].join('\n');
    const found = canaries.in(heard, decodeURIComponent(path));
    if (found.length > 0) leaks.push({ viewer: viewer.kind, request: `${method} ${path}`, found });
  }
  return { requests: requests.length, leaks };
}

/** Once more where the server has just closed the connection that was to be used again. */
const ask = (url: URL, request: RequestInit): Promise<Response> => fetch(url, request).catch(() => fetch(url, request));

/** A query in an address is asked as a browser would; of it there are many. */
const methodsFor = (path: string): readonly string[] => (path.includes('?') ? ['GET'] : methods);

function pathsOf({ schema, compiled: { policy }, ids, parents }: World): readonly string[] {
  const maker = new OperationMaker({ schema, policy, ids, parents, cursors: [], texts: [] }, new Random(5));
  const queries = maker.fields
    .filter(({ kind }) => kind === 'query')
    .map((field) => maker.make({ ...field, idClass: 'foreign', isPlain: true }))
    .map(({ document, variables }) => new URLSearchParams({ query: document, variables: JSON.stringify(variables) }));
  const foreign = [...ids.foreign.values()].flatMap((all) => all.slice(0, 1));
  return [
    '/',
    '/healthz',
    '/readyz',
    '/metrics',
    '/graphql',
    '/assets/',
    '/nowhere',
    '/.env',
    '/robots.txt',
    '/auth/acme',
    '/auth/acme?next=//evil.example',
    '/auth/acme/callback',
    '/auth/acme/callback?code=x&state=x&iss=x',
    '/auth/acme/callback?error=access_denied&state=x',
    '/auth/nobody',
    ...foreign.flatMap((id) => [`/${id}`, `/files/${id}`, `/calendar/${id}.ics`, `/personas/${id}`]),
    ...queries.map((query) => `/graphql?${query.toString()}`),
  ];
}

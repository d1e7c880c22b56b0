import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StartupError } from '#platform/errors.ts';
import { compileSchema, publicSchema } from '../../src/server/build-schema.ts';
import { readAcceptedDocuments } from '../../src/server/client-documents.ts';
import { checkDocument } from '../../src/server/document-limits.ts';
import { codesOf, post, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { connect, connectAs, type Connection } from '../support/subscribe.ts';
import { setFavorite, signUpWatched, watchDocument, type Watched } from '../support/watched.ts';

const generated = join(import.meta.dirname, '../../web/src/generated');
const documents = {
  me: 'query Me { me { email } }',
  persona: 'query Persona($id: ID!) { persona(id: $id) { id } }',
  rename: 'mutation Rename($id: ID!) { updatePersona(id: $id, input: { fullName: "Ada" }) { fullName } }',
  watch: watchDocument,
  deep: `query Deep { personaJob(id: "x") { ${'application { personaJob { '.repeat(8)} id ${'} } '.repeat(8)} } }`,
};
const free = 'query Free { me { email } }';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } });

/** As a start reads the setting; here each test says how it is. */
const accepted = { ofClient: new Map(Object.values(documents).map((text) => [hashOf(text), text])), areAll: false };
let product: TestProduct;
let ada: Watched;
let bob: Watched;
const connections: Connection[] = [];
beforeAll(async () => {
  product = await startTestProduct({ accepted });
  [ada, bob] = [await signUpWatched(product, 'ada'), await signUpWatched(product, 'bob')];
});
afterEach(async () => {
  accepted.areAll = false;
  for (const connection of connections.splice(0)) await connection.close();
});
afterAll(() => product.stop());

const postTo = (body: object, headers = ada.tenant.headers): Promise<Answer> =>
  post(`${product.url}/graphql`, JSON.stringify(body), headers);
const nobody: Readonly<Record<string, string>> = {};
const preflighted = { 'apollo-require-preflight': 'true' };
async function get(params: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>>) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const response = await fetch(`${product.url}/graphql?${String(search)}`, {
    headers: { accept: 'application/json', ...headers },
  });
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, body, codes: body.errors?.map(({ extensions }) => extensions['code']) };
}
const opened = (connection: Connection): Connection => {
  connections.push(connection);
  return connection;
};
const own = { data: { me: { email: 'ada@example.com' } } };

describe.each([
  ['beside any other', false],
  ['alone', true],
])('a document of the client that is asked for by its hash, where they are answered %s', (_how, areAll) => {
  beforeEach(() => void (accepted.areAll = areAll));

  it('is answered to each as theirs, new or known, posted or not', async () => {
    for (const headers of [nobody, { accept: 'application/json' }]) {
      const answer = await postTo(byHash(documents.me), { ...ada.tenant.headers, ...headers });
      expect([answer.status, answer.body]).toEqual([200, own]);
    }
    const { status, body } = await get(byHash(documents.me), { ...ada.tenant.headers, ...preflighted });
    expect([status, body]).toEqual([200, own]);
    expect((await postTo(byHash(documents.me), bob.tenant.headers)).body.data).toEqual({
      me: { email: bob.tenant.email },
    });
  });

  it('is refused where its text would be: signed out, of another’s row, from another page, too deep', async () => {
    expect(codesOf(await postTo(byHash(documents.me), nobody))).toEqual(['UNAUTHENTICATED']);
    const variables = { id: bob.personaId };
    expect((await postTo({ ...byHash(documents.persona), variables })).body).toEqual({ data: { persona: null } });
    expect(codesOf(await postTo({ ...byHash(documents.rename), variables }))).toEqual(['NOT_FOUND']);
    expect((await get(byHash(documents.me), ada.tenant.headers)).codes).toEqual(['BAD_REQUEST']);
    const mutation = { ...byHash(documents.rename), variables: { id: ada.personaId } };
    expect((await get(mutation, { ...ada.tenant.headers, ...preflighted })).status).toBe(405);
    expect(codesOf(await postTo(byHash(documents.deep)))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('is not found by a hash that is none of them, of what was sent before either', async () => {
    const notFound = { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
    await postTo({ query: free, ...byHash(free) });
    for (const headers of [nobody, ada.tenant.headers]) {
      const answer = await postTo(byHash(free), headers);
      expect([answer.status, answer.body]).toMatchObject([200, notFound]);
      expect(answer.body).not.toHaveProperty('data');
      expect(await get(byHash(free), { ...headers, ...preflighted })).toMatchObject({ status: 200, body: notFound });
    }
  });

  it.each([
    ['a document of another hash', { query: documents.persona, ...byHash(documents.me) }],
    ['a hash that is no text', { extensions: { persistedQuery: { version: 1, sha256Hash: { toString: 'x' } } } }],
    ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: hashOf(documents.me) } } }],
    ['a word', { extensions: { persistedQuery: 'me' } }],
  ])('is not found by %s', async (_what, body) => {
    const answer = await postTo(body);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
    expect((await postTo(byHash(documents.me))).body).toEqual(own);
  });

  it('is watched by its hash, as whoever asks', async () => {
    const { extensions } = byHash(documents.watch);
    const variables = { id: ada.personaId };
    const watching = await opened(connectAs(product, ada.tenant)).subscribe('', variables, extensions);
    accepted.areAll = false;
    await setFavorite(ada, !areAll);
    accepted.areAll = areAll;
    expect(await watching.next()).toMatchObject({ data: { personaJobsChanged: { id: ada.matchId } } });
    const signedOut = await opened(connect(product)).subscribe('', variables, extensions);
    await signedOut.ended;
    expect(signedOut.answers).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    const unknown = await opened(connectAs(product, ada.tenant)).subscribe('', variables, byHash(free).extensions);
    expect(await unknown.ended).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });
});

describe('any other document', () => {
  it('is answered unless told otherwise, and is what a client of another build sends once its hash was not found', async () => {
    expect((await postTo({ query: free })).body).toEqual(own);
    expect((await postTo({ query: free, ...byHash(free) })).body).toEqual(own);
  });

  it.each([
    ['that was answered before', { query: free }],
    ['with its own hash', { query: free, ...byHash(free) }],
    ['of the client, without its hash', { query: documents.me }],
    ['that asks for the schema', { query: '{ __schema { types { name } } }' }],
    ['that is none', { query: '{ me {' }],
    ['of no text', { query: '' }],
  ])('is refused where the client’s are answered alone: one %s', async (_what, body) => {
    await postTo(body);
    accepted.areAll = true;
    const refused = ['PERSISTED_QUERY_ID_REQUIRED'];
    for (const headers of [nobody, ada.tenant.headers]) {
      const answer = await postTo(body, headers);
      expect([answer.status, codesOf(answer)]).toEqual([400, refused]);
      expect(answer.body.errors?.[0]?.message).toContain('Only documents of the client');
      expect(answer.body).not.toHaveProperty('data');
      expect(await get(body, { ...headers, ...preflighted })).toMatchObject({ status: 400, codes: refused });
    }
  });

  it('is refused to whoever watches, too', async () => {
    accepted.areAll = true;
    const watching = await opened(connectAs(product, ada.tenant)).subscribe(watchDocument, { id: ada.personaId });
    expect(await watching.ended).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_ID_REQUIRED' } }]);
  });
});

describe('the documents of the client', () => {
  const text = readFileSync(join(generated, 'persisted-documents.json'), 'utf8');

  it('are named by their own hashes, and pass what every document has to', () => {
    const { source, policy } = compileSchema();
    const schema = publicSchema(source, policy);
    const wrong = Object.entries(JSON.parse(text) as Readonly<Record<string, string>>).filter(
      ([hash, document]) => hash !== hashOf(document) || 'faults' in checkDocument(schema, document),
    );
    expect(wrong).toEqual([]);
  });

  it('are read where a build has left them; without them, nothing could be answered alone', async () => {
    const folder = join(generated, 'none');
    const { ofClient } = await readAcceptedDocuments({ onlyClientDocuments: true }, generated);
    expect(Object.fromEntries(ofClient)).toEqual(JSON.parse(text));
    const none = await readAcceptedDocuments({ onlyClientDocuments: false }, folder);
    expect(none).toEqual({ ofClient: new Map(), areAll: false });
    await expect(readAcceptedDocuments({ onlyClientDocuments: true }, folder)).rejects.toThrow(StartupError);
  });
});

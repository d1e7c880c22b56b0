import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '#authorization/decision-trace.ts';
import { makePersona, type MadePersona } from '../support/personas.ts';
import { startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { traceOf, twinsOf } from '../support/twins.ts';

const explained = { 'x-tenure-explain': '1' };

let product: TestProduct;
let ada: Tenant;
let bob: Tenant;
let persona: MadePersona;
beforeAll(async () => {
  product = await startTestProduct({ isProduction: false });
  ada = await product.signUp('ada');
  bob = await product.signUp('bob');
  persona = await makePersona(ada, { skills: [{ skillName: 'SQL' }] });
  await product.matched();
});
afterAll(() => product.stop());

const decisions = (of: TestProduct = product): readonly Partial<Decision>[] =>
  of.log
    .map((line) => JSON.parse(line) as Decision & { readonly msg: string })
    .filter(({ msg }) => msg === 'access decision')
    .map(({ coordinate, directive, wall, verdict, reason }) => ({ coordinate, directive, wall, verdict, reason }));

const one = 'query ($id: ID!) { persona(id: $id) { id skills { skillName } } }';
const rename = `mutation ($id: ID!) { updatePersona(id: $id, input: { fullName: "Ada" }) { id } }`;
const reorder = 'mutation ($id: ID!, $ids: [ID!]!) { reorderSkills(parentId: $id, ids: $ids) { id } }';

describe('a request with x-tenure-explain', () => {
  beforeEach(() => {
    product.log.length = 0;
  });

  it('leaves in the log what the document alone decides', async () => {
    await product.send('{ me { email } }', {}, explained);
    expect(decisions()).toContainEqual({
      coordinate: 'Query.me',
      directive: '@beforePasswordChange',
      wall: 'document',
      verdict: 'refused',
      reason: 'needs SIGNED_IN; the viewer is signed out',
    });
  });

  it('leaves look-ups and tripwires there, the first time as every next', async () => {
    // Checked by Apollo at first, known by its text after that.
    for (const headers of [explained, explained]) {
      product.log.length = 0;
      await ada.send(one, { id: persona.id }, headers);
      expect(decisions()).toEqual([
        {
          coordinate: 'Query.persona(id:)',
          directive: '@refers(to: "Persona", access: READ)',
          wall: 'look-up',
          verdict: 'passed',
          reason: 'every Persona was found as the viewer',
        },
        {
          coordinate: 'Query.persona',
          directive: '@owner(via: "user") of Persona',
          wall: 'tripwire',
          verdict: 'passed',
          reason: '1 of 1 rows may leave',
        },
        expect.objectContaining({ coordinate: 'Persona.skills', wall: 'tripwire', verdict: 'passed' }),
      ]);
    }
  });

  it('names the argument whose rows were not found, and no id', async () => {
    for (const id of twinsOf(persona.id).filter(Boolean)) {
      product.log.length = 0;
      await bob.send(rename, { id }, explained);
      expect(decisions()).toEqual([
        expect.objectContaining({ coordinate: 'Mutation.updatePersona(id:)', wall: 'look-up', verdict: 'refused' }),
      ]);
      expect(JSON.stringify(decisions())).not.toContain(id);
    }
    product.log.length = 0;
    await ada.send(reorder, { id: persona.id, ids: ['no-id-at-all'] }, explained);
    const lookUps = decisions().filter(({ wall }) => wall === 'look-up');
    expect(lookUps.map(({ coordinate, verdict }) => [coordinate, verdict])).toEqual([
      ['Mutation.reorderSkills(parentId:)', 'passed'],
      ['Mutation.reorderSkills(ids:)', 'refused'],
    ]);
  });

  it.each<[string, string, () => Promise<readonly [Tenant, object]>]>([
    ['a query of an own row', one, async () => [ada, { id: persona.id }]],
    ['a query of a foreign row', one, async () => [bob, { id: persona.id }]],
    ['a mutation of an own row', rename, async () => [ada, { id: persona.id }]],
    ['a mutation of a foreign row', rename, async () => [bob, { id: persona.id }]],
    ['a query that is refused', '{ me { id } mySessions { ip } }', async () => [{ ...ada, send: product.send }, {}]],
    ['a document that is invalid', '{ nobody }', async () => [ada, {}]],
  ])('is answered as without it, by the same statements: %s', async (_what, document, given) => {
    const [tenant, variables] = await given();
    const ask = (headers: Readonly<Record<string, string>>) => (): Promise<Answer> =>
      tenant.send(document, variables, headers);
    await ask({})();
    const plain = await traceOf(product, ask({}));
    expect(await traceOf(product, ask(explained))).toEqual(plain);
  });

  it('leaves nothing without the header, nor with another value', async () => {
    await ada.send(one, { id: persona.id });
    await ada.send(one, { id: persona.id }, { 'x-tenure-explain': '0' });
    expect(decisions()).toEqual([]);
  });

  it('may come from the playground of an allowed origin', async () => {
    const origin = `http://localhost:${product.port}`;
    const preflight = await fetch(`${product.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-tenure-explain',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-tenure-explain');
  });
});

it.each([{ isProduction: true }, {}])(
  'is like any other request in production, and unless told otherwise',
  async (options) => {
    const other = await startTestProduct(options);
    try {
      const carl = await other.signUp('carl');
      await carl.send(one, { id: persona.id }, explained);
      await other.send('{ me { email } }', {}, explained);
      expect(decisions(other)).toEqual([]);
    } finally {
      await other.stop();
    }
  },
);

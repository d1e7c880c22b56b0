import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atOnce, bearer, eventsOf, loginToChange, refusalOf, winnersOf } from '../support/accounts.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('ada');
});
afterAll(() => product.stop());

const updateDocument = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id name imageUrl } }';
const update = (input: object, { send }: Pick<Tenant, 'send'> = tenant): Promise<Answer> =>
  send(updateDocument, { input });
const profile = (): Promise<{ me: { name: string | null; imageUrl: string | null } }> =>
  tenant.ask('{ me { name imageUrl } }');

describe('Mutation.updateProfile', () => {
  it('changes what is given, leaves what is not, and takes away what is null', async () => {
    const imageUrl = 'https://example.com/ada.png';
    expect(dataOf(await update({ name: '  Ada L. ', imageUrl }))).toEqual({
      updateProfile: { id: tenant.userId, name: 'Ada L.', imageUrl },
    });
    await update({ name: 'Ada' });
    expect(await profile()).toEqual({ me: { name: 'Ada', imageUrl } });
    await update({ imageUrl: null });
    expect(await profile()).toEqual({ me: { name: 'Ada', imageUrl: null } });
    await update({ name: '  ' });
    expect(await profile()).toEqual({ me: { name: null, imageUrl: null } });
  });

  it('writes down that it changed, unless nothing was given', async () => {
    const other = await product.signUp('audited');
    await update({}, other);
    expect(await eventsOf(product, other.userId)).not.toContain('PROFILE_CHANGED');
    await update({ name: 'Audited' }, other);
    expect((await eventsOf(product, other.userId)).at(-1)).toBe('PROFILE_CHANGED');
  });

  it.each([
    ['input.name', { name: 'x'.repeat(256) }],
    ['input.name', { name: 'a\u0000b' }],
    ['input.name', { name: 'a\nb' }],
    ['input.imageUrl', { imageUrl: 'http://example.com/a.png' }],
    ['input.imageUrl', { imageUrl: 'javascript:alert(1)' }],
    ['input.imageUrl', { imageUrl: 'data:image/png;base64,AAAA' }],
    ['input.imageUrl', { imageUrl: 'no address' }],
    ['input.imageUrl', { imageUrl: 'https://user@example.com/a.png' }],
    ['input.imageUrl', { imageUrl: 'https://:secret@example.com/a.png' }],
    ['input.imageUrl', { imageUrl: `https://example.com/${'a'.repeat(2_000)}` }],
    ['input.imageUrl', { imageUrl: `https://example.com/${'é'.repeat(1_500)}` }],
  ])('names what it cannot take, and changes nothing: %s of %j', async (field, input) => {
    await update({ name: 'Before', imageUrl: null });
    const answer = await update({ name: 'After', ...input });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field });
    expect(await profile()).toEqual({ me: { name: 'Before', imageUrl: null } });
  });

  it('keeps names in every script, as long as the column is', async () => {
    const name = '名'.repeat(254) + '😀';
    expect(dataOf(await update({ name }))).toMatchObject({ updateProfile: { name } });
  });

  it('is not for who is signed out or must change the password, and touches nobody else', async () => {
    const other = await product.signUp('other');
    expect(codesOf(await product.send(updateDocument, { input: { name: 'Eve' } }))).toEqual(['UNAUTHENTICATED']);
    const { accessToken } = await loginToChange(product, other);
    const answer = await product.send(updateDocument, { input: { name: 'Eve' } }, bearer(accessToken));
    expect(refusalOf(answer)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    await update({ name: 'Mine' });
    expect(await product.database.query('select name from users where id = $1', [other.userId])).toEqual([
      { name: null },
    ]);
  });

  it('takes twenty changes at once', async () => {
    expect(winnersOf(await atOnce(20, (index) => update({ name: `Ada ${index}` })))).toBe(20);
  });
});

import { describe, expect, it } from 'vitest';
import { relyingPartyOf } from '#identity/relying-party.ts';
import { loginOptions, enterBy, withPasskey } from '../support/passkeys.ts';
import { codesOf, startTestProduct } from '../support/product.ts';

describe('as whom passkeys are asked for', () => {
  it.each([
    {
      publicUrl: 'http://localhost:4000',
      pageOrigins: ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'],
      party: { id: 'localhost', origins: ['http://localhost:4000'] },
    },
    {
      publicUrl: 'https://jobs.example.org',
      pageOrigins: ['https://jobs.example.org', 'https://other.example.org', 'https://app.jobs.example.org:8443'],
      party: { id: 'jobs.example.org', origins: ['https://jobs.example.org', 'https://app.jobs.example.org:8443'] },
    },
    {
      publicUrl: 'https://app.example.org',
      pageOrigins: ['https://app.example.org', 'https://notapp.example.org', 'https://evilapp.example.org'],
      party: { id: 'app.example.org', origins: ['https://app.example.org'] },
    },
    {
      publicUrl: 'http://127.0.0.1:5000',
      pageOrigins: ['http://localhost:4000'],
      party: { id: 'localhost', origins: ['http://localhost:5000', 'http://localhost:4000'] },
    },
  ])('is the domain of $publicUrl, with those of $pageOrigins that lie in it', ({ party, ...where }) => {
    expect(relyingPartyOf(where)).toEqual(party);
  });

  it('is what the settings say, whatever a request says of its host', async () => {
    const origin = 'https://jobs.example.org';
    const product = await startTestProduct({ corsOrigins: [origin] });
    const { passkey } = await withPasskey({ ...product, url: origin }, 'elsewhere');
    expect((await loginOptions(product)).rpId).toBe('jobs.example.org');
    // Where it listens is where nobody's pages are.
    expect(codesOf(await enterBy(product, passkey))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await enterBy({ ...product, url: origin }, passkey))).toEqual([]);
    await product.stop();
  });
});

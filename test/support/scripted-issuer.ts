import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strictProfile, type ProviderSettings } from '#identity/provider-profiles.ts';

export interface ScriptedIssuer {
  readonly settings: ProviderSettings;
  /** What it says of itself, as it should. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Answers each request; says of itself what it should until a test puts another in. */
  answer: RequestListener;
  /** Paths that it was asked for. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

/** A provider that answers whatever a test wants, also what is none of a provider's answers. */
export async function startScriptedIssuer(id: string): Promise<ScriptedIssuer> {
  const server = createServer((request, response) => {
    scripted.asked.push(request.url ?? '');
    scripted.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  };
  const scripted: ScriptedIssuer = {
    settings: {
      id,
      label: `Provider ${id}`,
      issuer,
      clientId: 'tenure',
      clientSecret: 'a secret',
      profile: strictProfile,
    },
    metadata,
    answer: (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(metadata));
    },
    asked: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return scripted;
}

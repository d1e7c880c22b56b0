/** As much of `oidc-provider` as tests use; it comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export interface Account {
    readonly accountId: string;
    readonly claims: () => Promise<Readonly<Record<string, unknown>>>;
  }

  export interface Configuration {
    readonly clients: readonly {
      readonly client_id: string;
      readonly client_secret: string;
      readonly redirect_uris: readonly string[];
    }[];
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly cookies: { readonly keys: readonly string[] };
    readonly ttl?: Readonly<Record<string, number>>;
    readonly findAccount: (context: unknown, accountId: string) => Account;
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
    on(event: string, listener: (...details: unknown[]) => void): void;
  }
}

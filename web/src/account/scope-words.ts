import type { Scope } from '../generated/graphql.ts';
import { words } from '../words/account.ts';

/** What an access token is for, in words; in the order to offer it. */
export const scopeWords: Readonly<Record<Scope, string>> = words.scopes;

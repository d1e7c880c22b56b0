import { graphql } from '../generated/gql.ts';

/** The account's ways to sign in. What is left of its backup codes is null where signing in takes one step. */
export const MySignInMethods = graphql(`
  query MySignInMethods {
    mySignInMethods {
      id
      kind
      label
      addedAt
      lastUsedAt
    }
    me {
      id
      backupCodesLeft
    }
  }
`);

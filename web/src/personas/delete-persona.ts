import { graphql } from '../generated/gql.ts';

export const DeletePersona = graphql(`
  mutation DeletePersona($id: ID!) {
    deletePersona(id: $id)
  }
`);

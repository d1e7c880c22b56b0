import { graphql } from '../generated/gql.ts';

export const CreatePersona = graphql(`
  mutation CreatePersona($input: CreatePersonaInput!) {
    createPersona(input: $input) {
      ...PersonaLabel
    }
  }
`);

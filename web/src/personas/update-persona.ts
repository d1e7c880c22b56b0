import { graphql } from '../generated/gql.ts';

export const UpdatePersona = graphql(`
  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {
    updatePersona(id: $id, input: $input) {
      ...PersonaLabel
      ...PersonaAbout
      ...PersonaWishes
      ...PersonaGrowth
      ...PersonaSetUp
    }
  }
`);

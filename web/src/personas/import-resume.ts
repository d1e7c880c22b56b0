import { graphql } from '../generated/gql.ts';

export const ImportResume = graphql(`
  mutation ImportResume($personaId: ID!, $document: JSON!) {
    importJsonResume(personaId: $personaId, document: $document) {
      ...PersonaLabel
    }
  }
`);

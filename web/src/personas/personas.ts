import { useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';

export const PersonaLabel = graphql(`
  fragment PersonaLabel on Persona {
    id
    fullName
    currentRole
  }
`);

export const Personas = graphql(`
  query Personas {
    personas {
      ...PersonaLabel
    }
  }
`);

/** How a persona is called in menus: several may carry the same name. */
export function labelPersona({ fullName, currentRole }: { fullName: string; currentRole?: string | null }): string {
  return currentRole ? `${fullName}, ${currentRole}` : fullName;
}

/** The persona of the address; pages below `/personas/:personaId` have one. */
export function usePersonaId(): string {
  return useParams()['personaId'] ?? '';
}

import { createContext, useContext } from 'react';
import { graphql } from '../generated/gql.ts';
import type { ViewerFieldsFragment } from '../generated/graphql.ts';

export const ViewerFields = graphql(`
  fragment ViewerFields on User {
    id
    email
    emailVerified
    name
    imageUrl
    roles
    hasPassword
    mustChangePassword
  }
`);

export const Me = graphql(`
  query Me {
    me {
      ...ViewerFields
    }
  }
`);

export const ViewerContext = createContext<ViewerFieldsFragment | undefined>(undefined);

/** The signed-in account. */
export function useViewer(): ViewerFieldsFragment {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Only pages of a signed-in account know who views them.');
  return viewer;
}

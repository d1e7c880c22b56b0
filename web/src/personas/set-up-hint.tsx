import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { words } from '../words/personas.ts';
import { PersonaSetUp, setUpPath } from './persona-set-up.ts';
import classes from './persona.module.css';

const SetUpStanding = graphql(`
  query SetUpStanding($id: ID!) {
    persona(id: $id) {
      id
      ...PersonaSetUp
    }
  }
`);

/** The way back to a set-up that is not finished; nothing once it is, and until that is known. */
export function SetUpHint({ personaId }: { readonly personaId: string }) {
  const { data } = useQuery(SetUpStanding, { variables: { id: personaId } });
  const setUp = unmask(PersonaSetUp, data?.persona);
  if (!setUp || setUp.onboardingComplete) return null;
  const { percent, missing } = setUp.completeness;
  return (
    <Text size="sm" className={classes.setUpHint}>
      {words.setUp.standing(
        percent,
        missing[0],
        <Anchor component={Link} to={setUpPath(personaId)} size="sm" underline="always">
          {words.setUp.goOnLink}
        </Anchor>,
      )}
    </Text>
  );
}

import { Alert, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { Confirmed } from './confirmed.tsx';

export const MakeCodes = graphql(`
  mutation RegenerateBackupCodes {
    regenerateBackupCodes {
      codes
    }
  }
`);

/** From here on they run out soon. */
const fewCodes = 2;

/** How many backup codes are left; a warning when they run out. */
export function CodesLeft({ count }: { readonly count: number }) {
  if (count > fewCodes) return <Text size="sm">{count} of 10 backup codes are left.</Text>;
  const left = ['No backup code is left.', 'One backup code is left.', 'Two backup codes are left.'][count];
  return (
    <Alert color="yellow" role="note" title={left}>
      Without one you cannot sign in should you lose your phone, or passkey. Make new ones in time.
    </Alert>
  );
}

/** Makes others in the place of those that there are. */
export function NewCodes({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  return (
    <Confirmed
      label="Make new backup codes"
      question="Make new backup codes?"
      mutation={MakeCodes}
      variables={{}}
      onCompleted={({ regenerateBackupCodes }) => regenerateBackupCodes && onCodes(regenerateBackupCodes.codes)}
    >
      Those that you have now stop working.
    </Confirmed>
  );
}

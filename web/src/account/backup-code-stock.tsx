import { Alert, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { words } from '../words/account.ts';
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
  if (count > fewCodes) return <Text size="sm">{words.codes.left(count)}</Text>;
  const left = words.codes.few[count];
  return (
    <Alert color="yellow" role="note" title={left}>
      {words.codes.fewText}
    </Alert>
  );
}

/** Makes others in the place of those that there are. */
export function NewCodes({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  return (
    <Confirmed
      label={words.codes.make}
      question={words.codes.makeQuestion}
      mutation={MakeCodes}
      variables={{}}
      onCompleted={({ regenerateBackupCodes }) => regenerateBackupCodes && onCodes(regenerateBackupCodes.codes)}
    >
      {words.codes.makeText}
    </Confirmed>
  );
}

import { Anchor, Stack, Text } from '@mantine/core';
import type { MfaMethod } from '../generated/graphql.ts';
import { words } from '../words/session-proof.ts';

const labels: Readonly<Record<MfaMethod, string>> = words.otherProofs;

interface OtherProofsProps {
  readonly methods: readonly MfaMethod[];
  readonly onSwitch: (method: MfaMethod) => void;
}

/** The ways to the account's other proofs than the one that is asked for. */
export function OtherProofs({ methods, onSwitch }: OtherProofsProps) {
  if (methods.length === 0) return null;
  return (
    <Stack gap="xs">
      {methods.map((method) => (
        <Text key={method} size="sm">
          <Anchor component="button" type="button" underline="always" onClick={() => onSwitch(method)}>
            {labels[method]}
          </Anchor>
        </Text>
      ))}
    </Stack>
  );
}

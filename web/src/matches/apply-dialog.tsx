import { Anchor, Button, Group, Text } from '@mantine/core';
import { Dialog } from '../shell/dialog.tsx';
import { words } from '../words/match-board.ts';
import type { MatchMoves } from './use-match-moves.ts';

/** Asks whether somebody has applied for a match: there is no way back from that. */
export function ApplyDialog({ moves: { asked, apply, cancel } }: { readonly moves: MatchMoves }) {
  if (!asked) return null;
  const { title, companyName, applyUrl } = asked.posting;
  return (
    <Dialog isOpen title={words.apply.title} onClose={() => cancel(asked)}>
      <Text size="sm" c="dimmed">
        {words.apply.posting(title, companyName)}
      </Text>
      <Text>{words.apply.hint}</Text>
      {applyUrl && (
        <Anchor href={applyUrl} target="_blank" rel="noopener noreferrer nofollow" underline="always">
          {words.apply.at(companyName)}
        </Anchor>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => cancel(asked)}>
          {words.apply.cancel}
        </Button>
        <Button onClick={() => apply(asked)}>{words.apply.submit}</Button>
      </Group>
    </Dialog>
  );
}

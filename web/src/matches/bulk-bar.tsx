import { Button, Text } from '@mantine/core';
import { words } from '../words/matches.ts';
import type { MatchViewName } from './match-views.ts';
import classes from './triage.module.css';
import type { Triage } from './use-triage.ts';

interface BulkBarProps {
  readonly view: MatchViewName;
  readonly bulk: Triage['bulk'];
}

/** What can be done with the matches that are selected; nothing while none is. */
export function BulkBar({ view, bulk }: BulkBarProps) {
  if (bulk.count === 0) return null;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={words.bulk.label}>
      <Text size="sm" fw={600} role="status">
        {words.bulk.selected(bulk.count)}
      </Text>
      {view !== 'applied' && (
        <Button size="compact-sm" variant="default" onClick={bulk.dismiss}>
          {view === 'dismissed' ? words.restore : words.dismiss}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={bulk.favor}>
        {view === 'favourites' ? words.favourite.remove : words.favourite.add}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={bulk.selectAll}>
        {words.bulk.selectAll}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={bulk.clear}>
        {words.bulk.clear}
      </Button>
    </div>
  );
}

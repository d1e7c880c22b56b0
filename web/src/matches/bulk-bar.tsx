import { Button, Text } from '@mantine/core';
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
    <div className={classes.bulk} role="toolbar" aria-label="Selected matches">
      <Text size="sm" fw={600} role="status">
        {bulk.count} selected
      </Text>
      {view !== 'applied' && (
        <Button size="compact-sm" variant="default" onClick={bulk.dismiss}>
          {view === 'dismissed' ? 'Restore' : 'Dismiss'}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={bulk.favor}>
        {view === 'favourites' ? 'Remove from favourites' : 'Add to favourites'}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={bulk.selectAll}>
        Select all
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={bulk.clear}>
        Clear
      </Button>
    </div>
  );
}

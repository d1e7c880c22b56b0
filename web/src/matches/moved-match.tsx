import { Button, Text } from '@mantine/core';
import type { MatchCardFragment } from '../generated/graphql.ts';
import type { MatchViewName } from './match-views.ts';
import classes from './match.module.css';

interface MovedMatchProps {
  readonly match: MatchCardFragment;
  readonly view: MatchViewName;
  readonly onUndo: () => void;
}

/** Stands where a match was that has just left the view, and takes the focus that the match's button had. */
export function MovedMatch({ match: { status, posting }, view, onUndo }: MovedMatchProps) {
  const outcome =
    view === 'favourites' ? 'No longer a favourite' : status === 'DISMISSED' ? 'Dismissed' : 'Brought back';
  return (
    <div className={classes.moved}>
      <Text size="sm" role="status">
        {outcome}: {posting.title}, {posting.companyName}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onUndo} autoFocus>
        Undo
      </Button>
    </div>
  );
}

import { Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useSearchParams } from 'react-router';
import { PageTitle } from '../shell/page-title.tsx';
import { ApplicationBoard } from './application-board.tsx';
import { ApplicationList } from './application-list.tsx';
import { applicationListNames, applicationLists, isListName } from './application-lists.ts';
import classes from './application.module.css';
import { LazyMoveDialog } from './lazy-move-dialog.tsx';
import { MoveNotice } from './move-notice.tsx';
import { useMoves } from './use-moves.ts';

/** From this width on the columns of a board have room beside each other. */
const wide = '(min-width: 56em)';

/** The persona's applications, as a board or as a list. */
export function Applications() {
  const [params] = useSearchParams();
  const isWide = useMediaQuery(wide, undefined, { getInitialValueInEffect: false });
  const view = params.get('view') ?? (isWide ? 'board' : 'list');
  const show = params.get('show') ?? '';
  const name = isListName(show) ? show : 'open';
  const moves = useMoves();

  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>Applications</PageTitle>
        <Choices
          label="View"
          current={view}
          choices={[
            ['board', 'Board'],
            ['list', 'List'],
          ]}
          to={(choice) => `?view=${choice}`}
        />
      </Group>
      {view === 'board' ? (
        <ApplicationBoard moves={moves} />
      ) : (
        <>
          <Choices
            label="Which applications"
            current={name}
            choices={applicationListNames.map((each) => [each, applicationLists[each].label])}
            to={(choice) => `?view=list&show=${choice}`}
          />
          <ApplicationList key={name} name={name} moves={moves} />
        </>
      )}
      <LazyMoveDialog moves={moves} />
      <MoveNotice moves={moves} />
    </Stack>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly current: string;
  readonly choices: readonly (readonly [name: string, label: string])[];
  /** The address of a choice. */
  readonly to: (name: string) => string;
}

function Choices({ label, current, choices, to }: ChoicesProps) {
  return (
    <nav className={classes.choices} aria-label={label}>
      {choices.map(([name, text]) => (
        <Link
          key={name}
          to={to(name)}
          replace
          className={classes.choice}
          aria-current={name === current ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

import { Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Choices } from '../shell/choices.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Loading } from '../shell/states.tsx';
import { words } from '../words/applications.ts';
import { ApplicationBoard } from './application-board.tsx';
import { ApplicationList } from './application-list.tsx';
import { applicationListNames, applicationLists, isListName, type ApplicationListName } from './application-lists.ts';
import { LazyMoveDialog } from './lazy-move-dialog.tsx';
import { MoveNotice } from './move-notice.tsx';
import { useMoves, type Moves } from './use-moves.ts';

const ApplicationNumbers = lazy(() =>
  import('./application-numbers.tsx').then((m) => ({ default: m.ApplicationNumbers })),
);

/** From this width on the columns of a board have room beside each other. */
const wide = '(min-width: 56em)';

/** The persona's applications, as a board, as a list, or in numbers. */
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
        <PageTitle>{words.title}</PageTitle>
        <Choices
          label={words.views.label}
          current={view}
          choices={[
            ['board', words.views.board],
            ['list', words.views.list],
            ['numbers', words.views.numbers],
          ]}
          to={(choice) => `?view=${choice}`}
        />
      </Group>
      <View name={view} show={name} moves={moves} />
      <LazyMoveDialog moves={moves} />
      <MoveNotice moves={moves} />
    </Stack>
  );
}

interface ViewProps {
  readonly name: string;
  readonly show: ApplicationListName;
  readonly moves: Moves;
}

function View({ name, show, moves }: ViewProps) {
  if (name === 'board') return <ApplicationBoard moves={moves} />;
  if (name === 'numbers') {
    return (
      <Suspense fallback={<Loading />}>
        <ApplicationNumbers />
      </Suspense>
    );
  }
  return (
    <>
      <Choices
        label={words.lists.label}
        current={show}
        choices={applicationListNames.map((each) => [each, applicationLists[each].label])}
        to={(choice) => `?view=list&show=${choice}`}
      />
      <ApplicationList key={show} name={show} moves={moves} />
    </>
  );
}

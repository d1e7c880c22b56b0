import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '../words/shell.ts';
import { Failure } from './states.tsx';

/** Few are had at first, to have them soon; then more at a time. */
const nextPage = 50;

interface ShowMoreProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Of what there are more, for those who do not see where the button stands. */
  readonly label: string;
  readonly fetchMore: (options: { variables: { first: number; after: string | null } }) => Promise<unknown>;
}

/** Shows more of a list; nothing where all of it is there. */
export function ShowMore({ pageInfo, label, fetchMore }: ShowMoreProps) {
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!pageInfo.hasNextPage) return null;
  const load = () => {
    setIsLoading(true);
    setError(undefined);
    void fetchMore({ variables: { first: nextPage, after: pageInfo.endCursor } })
      .catch(setError)
      .finally(() => setIsLoading(false));
  };
  if (error !== undefined) return <Failure error={error} onRetry={load} />;
  return (
    <Button variant="default" size="xs" loading={isLoading} onClick={load}>
      {words.showMore.text}
      <span className="visually-hidden">{words.showMore.ofWhat(label)}</span>
    </Button>
  );
}

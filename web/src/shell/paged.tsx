import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../words/shell.ts';
import { Failure, Loading } from './states.tsx';

interface PagedProps<List> {
  readonly list: List | null | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly loadingLabel: string;
  readonly onRetry: () => Promise<unknown>;
  readonly onMore: (after: string | null) => Promise<unknown>;
  readonly children: (list: List) => ReactNode;
}

interface PageEnd {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is loaded page by page: what is there of it, with the way to more, or why there is nothing. */
export function Paged<List extends PageEnd>(props: PagedProps<List>) {
  const { list, error, loading, loadingLabel, onRetry, onMore, children } = props;
  // Another failure is shown like the first one.
  const run = (asking: Promise<unknown>) => void asking.catch(() => undefined);
  return (
    <>
      {error && !loading ? <Failure error={error} onRetry={() => run(onRetry())} /> : null}
      {!list && loading && <Loading label={loadingLabel} />}
      {list && children(list)}
      {list?.pageInfo.hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => run(onMore(list.pageInfo.endCursor))}>
          {words.more}
        </Button>
      )}
    </>
  );
}

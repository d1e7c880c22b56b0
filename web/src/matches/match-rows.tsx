import { defaultRangeExtractor, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { listId } from './focus-list.ts';
import { keepPlace, type ListPlace } from './list-place.ts';
import { MatchCard } from './match-card.tsx';
import classes from './match.module.css';
import type { Current, Triage } from './use-triage.ts';

const likelyHeight = 230;
const gap = 12;
/** What the page's header and the notice may hide of the window. */
const hidden = 88;
/** So many rows before the end, more are asked for: not before anybody goes on from what a window shows of the first page. */
const aheadBy = 10;
/** So many rows are drawn on either side of the window, once those in it are. */
const drawnAhead = 3;

interface MatchRowsProps {
  readonly list: string;
  readonly label: string;
  readonly matches: readonly MatchCardFragment[];
  /** How many there are in all, loaded or not. */
  readonly total: number;
  readonly triage: Triage;
  readonly place: ListPlace | undefined;
  readonly onNearEnd: () => void;
}

/** The matches as a list of any length: only what is near the window is drawn, and the focus is never scrolled away. */
export function MatchRows({ list, label, matches, total, triage, place, onNearEnd }: MatchRowsProps) {
  const { current, setCurrent, selected } = triage;
  const at = matches.findIndex(({ id }) => id === current.id);
  const { rows, virtualizer } = useRows({ matches, at, place });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const focused = useRef<Current>(undefined);
  const actions = useSteady(triage);

  useEffect(() => {
    if (last >= matches.length - aheadBy) onNearEnd();
  });
  useLayoutEffect(() => {
    if (current.takesFocus && at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [current]);
  usePlaceKeeper({ list, virtualizer, matchId: current.id });

  return (
    <ul
      ref={rows}
      id={listId}
      tabIndex={-1}
      className={classes.list}
      aria-label={label}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ key, index, start }) => {
        const match = matches[index];
        return match ? (
          <Row
            key={key}
            index={index}
            total={total}
            top={start - virtualizer.options.scrollMargin}
            measure={virtualizer.measureElement}
            step={index === at ? current : undefined}
            focused={focused}
            onFocus={() => match.id !== current.id && setCurrent({ id: match.id, takesFocus: false })}
          >
            <MatchCard match={match} isSelected={selected.has(match.id)} {...actions} />
          </Row>
        ) : null;
      })}
    </ul>
  );
}

interface RowProps {
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly measure: (row: HTMLLIElement | null) => void;
  /** The step that led here, where one did. */
  readonly step: Current | undefined;
  /** The step that was followed last: a row that is drawn again takes no focus again. */
  readonly focused: RefObject<Current | undefined>;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

function Row({ index, total, top, measure, step, focused, onFocus, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (!step?.takesFocus || focused.current === step) return;
    focused.current = step;
    row.current?.querySelector('article')?.focus({ preventScroll: true });
  }, [step, focused]);
  return (
    <li
      ref={(element) => {
        row.current = element;
        measure(element);
      }}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={onFocus}
    >
      {children}
    </li>
  );
}

interface RowsOptions {
  readonly matches: readonly MatchCardFragment[];
  readonly at: number;
  readonly place: ListPlace | undefined;
}

function useRows({ matches, at, place }: RowsOptions) {
  const rows = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const isThere = matches.length > 0;
  // What stands above the list comes and goes. To ask where it begins costs a layout, which an empty one need not have.
  useLayoutEffect(() => {
    if (!isThere) return;
    const top = rows.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(Math.round(top + window.scrollY));
  });
  const [overscan, setOverscan] = useState(0);
  useEffect(() => {
    if (isThere) startTransition(() => setOverscan(drawnAhead));
  }, [isThere]);
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: matches.length,
    getItemKey: (index) => matches[index]?.id ?? index,
    estimateSize: () => likelyHeight,
    gap,
    overscan,
    scrollMargin,
    scrollPaddingStart: hidden,
    scrollPaddingEnd: hidden,
    initialOffset: place?.offset ?? 0,
    initialMeasurementsCache: [...(place?.measurements ?? [])],
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return at < 0 || at >= range.count || near.includes(at) ? near : [...near, at].toSorted((a, b) => a - b);
    },
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    if (isThere) window.scrollTo(0, place?.offset ?? 0);
  }, [place, isThere]);
  return { rows, virtualizer };
}

interface PlaceKeeperOptions {
  readonly list: string;
  readonly virtualizer: Virtualizer<Window, HTMLLIElement>;
  readonly matchId: string | undefined;
}

/** Keeps the place in the list for when it is come back to. */
function usePlaceKeeper({ list, virtualizer, matchId }: PlaceKeeperOptions): void {
  const latest = useRef(matchId);
  useLayoutEffect(() => {
    latest.current = matchId;
  });
  useLayoutEffect(
    () => () =>
      keepPlace(list, {
        offset: virtualizer.scrollOffset ?? 0,
        measurements: virtualizer.measurementsCache,
        matchId: latest.current,
      }),
    [list, virtualizer],
  );
}

/** What can be done with a match, by functions that stay the same: cards are drawn again only when they change. */
function useSteady(triage: Triage) {
  const latest = useRef(triage);
  useLayoutEffect(() => {
    latest.current = triage;
  });
  return useMemo(
    () => ({
      onSelect: (id: string) => latest.current.select(id),
      onFavor: (match: MatchCardFragment) => latest.current.favor(match),
      onDismiss: (match: MatchCardFragment) => latest.current.dismiss(match),
    }),
    [],
  );
}

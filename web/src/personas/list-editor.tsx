import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/persona-lists.ts';
import { ItemForm } from './item-form.tsx';
import { ItemRow } from './item-row.tsx';
import type { ListChanges, ListItem } from './list-kind.ts';
import classes from './list.module.css';
import type { Bindings } from './use-fields.ts';

interface ListEditorProps<Item extends ListItem, Values extends object> {
  readonly changes: ListChanges<Values>;
  readonly items: readonly Item[];
  /** What the list is called, where its items are alone. */
  readonly label: string;
  /** What adds one. */
  readonly addLabel: string;
  /** What to do while there is none. */
  readonly empty: string;
  /** How an item is told from others. */
  readonly name: (item: Item) => string;
  readonly show: (item: Item) => ReactNode;
  /** What belongs to an item and is changed by itself. */
  readonly below?: (item: Item) => ReactNode;
  /** What a new item begins with, and what an item has. */
  readonly start: Values;
  readonly read: (item: Item) => Values;
  readonly fields: (bind: Bindings<Values>) => ReactNode;
}

/** A list in its owner's order: items are added, changed, moved, and removed after asking. Each change is saved at once. */
export function ListEditor<Item extends ListItem, Values extends object>(props: ListEditorProps<Item, Values>) {
  const { changes, items, label, addLabel, empty, name, show, below, start, read, fields } = props;
  const [open, setOpen] = useState<string>();
  const [leaving, setLeaving] = useState<Item>();
  const [told, setTold] = useState<string>();
  const { place, focus } = useNextFocus();
  // Items may have lists of their own below them.
  const addMark = `add-${label}`;

  const ordered = inOrder(items, changes.order);
  const edit = (id: string | undefined) => {
    changes.forget();
    setTold(undefined);
    setOpen(id);
  };
  const draftOf = (id: string) => `${changes.list}:${id}`;
  const close = () => {
    focus(open === 'new' ? addMark : `edit-${open}`);
    edit(undefined);
  };
  const move = (from: number, by: -1 | 1) => {
    const to = from + by;
    const item = ordered[from];
    if (!item || to < 0 || to >= ordered.length) return;
    const others = ordered.toSpliced(from, 1).map(({ id }) => id);
    changes.reorder(others.toSpliced(to, 0, item.id));
    focus(`${by < 0 ? 'up' : 'down'}-${item.id}`);
    setTold(words.item.moved(name(item), to + 1, ordered.length));
  };
  const { loading, error } = changes.saving;
  const formProps = { children: fields, loading, error, onCancel: close };

  return (
    <Stack ref={place} gap="sm">
      {items.length === 0 && open === undefined && (
        <Text c="dimmed" size="sm">
          {empty}
        </Text>
      )}
      <ul className={classes.list} aria-label={label}>
        {ordered.map((item, at) => (
          <li key={item.id} className={classes.item}>
            {open === item.id ? (
              <ItemForm
                {...formProps}
                title={words.item.change(name(item))}
                initial={read(item)}
                draft={draftOf(item.id)}
                onSubmit={(input) => changes.update(item.id, input).then(close)}
              />
            ) : (
              <ItemRow
                {...{ at, count: ordered.length, id: item.id, name: name(item) }}
                onMove={(by) => move(at, by)}
                onEdit={() => edit(item.id)}
                onRemove={() => {
                  edit(undefined);
                  setLeaving(item);
                }}
              >
                {show(item)}
              </ItemRow>
            )}
            {below?.(item)}
          </li>
        ))}
      </ul>
      {changes.reordering.error ? <Failure error={changes.reordering.error} /> : null}
      {open === 'new' ? (
        <ItemForm
          {...formProps}
          title={addLabel}
          initial={start}
          draft={draftOf('new')}
          onSubmit={(input) => changes.add(input).then(close)}
        />
      ) : (
        <div>
          <Button variant="default" size="xs" data-focus={addMark} onClick={() => edit('new')}>
            {addLabel}
          </Button>
        </div>
      )}
      {/* Who sees the list sees it move. */}
      <div className="visually-hidden" role="status">
        {told}
      </div>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        title={words.item.removeTitle(leaving ? name(leaving) : '')}
        confirmLabel={words.item.remove}
        loading={changes.removing.loading}
        error={changes.removing.error}
        onConfirm={() => {
          if (!leaving) return;
          const gone = () => {
            setLeaving(undefined);
            focus(addMark);
          };
          void changes.remove(leaving.id).then(gone, () => undefined);
        }}
        onCancel={() => setLeaving(undefined)}
      >
        {words.item.removeText}
      </ConfirmDialog>
    </Stack>
  );
}

/** The items in the order wished for; those that it does not name, at the end. */
function inOrder<Item extends ListItem>(items: readonly Item[], ids: readonly string[] | undefined): readonly Item[] {
  if (!ids) return items;
  const placeOf = ({ id }: Item) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Where the focus goes once what had it is gone or has moved: to the part with that `data-focus`. */
function useNextFocus() {
  const place = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<{ readonly mark: string }>();
  useEffect(() => {
    if (next) place.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(next.mark)}"]`)?.focus();
  }, [next]);
  return { place, focus: (mark: string) => setNext({ mark }) };
}

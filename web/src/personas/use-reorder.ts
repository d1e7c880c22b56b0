import { useRef, useState } from 'react';

/** Saves orders one after the other: of two that are under way at once, the earlier could win. */
export function useReorder(save: (ids: readonly string[]) => Promise<unknown>) {
  const [order, setOrder] = useState<readonly string[]>();
  const latest = useRef<readonly string[]>(undefined);
  const isSaving = useRef(false);

  const saveLatest = async (): Promise<void> => {
    const ids = latest.current;
    if (!ids) return;
    await save(ids);
    if (latest.current !== ids) await saveLatest();
  };
  const reorder = (ids: readonly string[]) => {
    latest.current = ids;
    setOrder(ids);
    if (isSaving.current) return;
    isSaving.current = true;
    void saveLatest()
      // What fails is told by the mutation's own error.
      .catch(() => undefined)
      .finally(() => {
        isSaving.current = false;
        latest.current = undefined;
        setOrder(undefined);
      });
  };
  return { order, reorder };
}

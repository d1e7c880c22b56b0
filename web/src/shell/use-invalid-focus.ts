import { useEffect, useRef } from 'react';

/** A form's reference: whenever it is refused, the first input at fault takes the focus. */
export function useInvalidFocus(error: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return form;
}

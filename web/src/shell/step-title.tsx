import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** The heading of what a button has put in its place on a page. It takes the focus, as the button is gone. */
export function StepTitle({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Title ref={heading} order={3} size="h5" tabIndex={-1}>
      {children}
    </Title>
  );
}

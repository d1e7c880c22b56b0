import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

interface StepTitleProps {
  readonly children: string;
  /** Its level: below that of the part it stands in. */
  readonly order?: 2 | 3;
}

/** The heading of what a button has put in its place on a page. It takes the focus, as the button is gone. */
export function StepTitle({ children, order = 3 }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Title ref={heading} order={order} size="h5" tabIndex={-1}>
      {children}
    </Title>
  );
}

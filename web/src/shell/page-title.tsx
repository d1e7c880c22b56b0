import { Title, type TitleOrder } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { words } from '../words/shell.ts';

interface PageTitleProps {
  readonly children: string;
  /** Size of the heading; it is the page's first heading whatever its size. */
  readonly order?: TitleOrder;
  /** Whether it takes the focus in any case: for what a button of the page itself led to. */
  readonly isOutcome?: boolean;
  /** Whether something else of the page has the focus already, such as what was left there. */
  readonly leavesFocus?: boolean;
}

/**
 * The page's heading. It names the tab and, after a link was followed, takes the focus: a page that changes without
 * loading says nothing to screen readers by itself. Going back leaves the focus alone, so that the list does not jump, and
 * so does a link to another part of the same page.
 */
export function PageTitle({ children, order = 1, isOutcome = false, leavesFocus = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();

  const arrive = useEffectEvent(() => {
    if ((navigation === 'PUSH' && !leavesFocus) || isOutcome) heading.current?.focus();
  });
  useEffect(() => {
    document.title = words.tabTitle(children);
    arrive();
  }, [children]);

  return (
    <Title ref={heading} component="h1" order={order} tabIndex={-1} size={`h${order}`}>
      {children}
    </Title>
  );
}

import { Text } from '@mantine/core';
import { useCallback, useState, type MouseEvent } from 'react';
import { useLocation } from 'react-router';
import { bookmarkletFor } from '../capture/bookmarklet-code.ts';
import classes from '../capture/capture.module.css';
import { CopyButton } from '../shell/copy-button.tsx';
import { Done } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import { CaptureSignedOut } from './capture-signed-out.tsx';
import { Section } from './section.tsx';

/** The bookmarklet: how to get it, and what it does. */
export function Bookmarklet() {
  const code = bookmarkletFor(window.location.origin);
  const [hint, setHint] = useState<string>();
  const isAskedFor = useLocation().hash === '#bookmarklet';
  // React lets no such address through, which is right everywhere but here.
  const link = useCallback((node: HTMLAnchorElement | null) => node?.setAttribute('href', code), [code]);
  const place = useCallback(
    (node: HTMLDivElement | null) => {
      if (isAskedFor) node?.scrollIntoView();
    },
    [isAskedFor],
  );

  const explain = (event: MouseEvent) => {
    event.preventDefault();
    setHint(words.bookmarklet.notHere);
  };
  return (
    <div id="bookmarklet" ref={place}>
      <Section title={words.bookmarklet.title}>
        <Text size="sm">{words.bookmarklet.drag}</Text>
        <div>
          <a ref={link} className={classes.bookmarklet} onClick={explain} draggable>
            {words.bookmarklet.link}
          </a>
        </div>
        <Done>{hint}</Done>
        <Text size="sm">{words.bookmarklet.use}</Text>
        <Text size="sm">{words.bookmarklet.safety}</Text>
        <Text size="sm">{words.bookmarklet.byHand}</Text>
        <div>
          <CopyButton label={words.bookmarklet.copy} text={code} />
        </div>
        <CaptureSignedOut />
      </Section>
    </div>
  );
}

import { Text } from '@mantine/core';
import { useCallback, useState, type MouseEvent } from 'react';
import { useLocation } from 'react-router';
import { bookmarkletFor } from '../capture/bookmarklet-code.ts';
import classes from '../capture/capture.module.css';
import { CopyButton } from '../shell/copy-button.tsx';
import { Done } from '../shell/states.tsx';
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
    setHint('Here it would have nothing to hand in: drag it to your bookmarks, and press it on the page of a posting.');
  };
  return (
    <div id="bookmarklet" ref={place}>
      <Section title="Bookmarklet">
        <Text size="sm">
          A bookmark that adds the posting you are looking at to your jobs, on any site. Drag it to your bookmarks bar:
        </Text>
        <div>
          <a ref={link} className={classes.bookmarklet} onClick={explain} draggable>
            Add to Tenure
          </a>
        </div>
        <Done>{hint}</Done>
        <Text size="sm">
          On the page of a posting, press it; mark the text before where the page needs a sign-in. A small window of
          Tenure opens, shows what it was given and asks for which persona it is. Until you press a button there,
          nothing is sent.
        </Text>
        <Text size="sm">
          It runs when you press it and at no other time, takes the page’s address, its title and what you have marked,
          and changes nothing on the page. There is no password and no token in it, because the page it runs on could
          read them: the window asks you to sign in if you are not.
        </Text>
        <Text size="sm">On a phone, or without a bookmarks bar, make a bookmark and put this in as its address:</Text>
        <div>
          <CopyButton label="Copy the address" text={code} />
        </div>
        <CaptureSignedOut />
      </Section>
    </div>
  );
}

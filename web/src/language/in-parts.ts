import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence with parts in it that are drawn, such as a link, wherever a language has them. */
export const inParts = (texts: TemplateStringsArray, ...parts: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...texts.flatMap((text, index) => [text, parts[index]]));

import { capturePath, mostSelection } from './marked-page.ts';

/**
 * What the bookmark runs on somebody else's page: it opens our window with the address, the title and what is marked, and
 * does nothing else. It puts nothing into that page and loads nothing there, so that no Content-Security-Policy of it is
 * asked; where windows are blocked, the page itself goes there. What it hands over stands behind the #, which browsers
 * keep to themselves. It has no token: the page could read it.
 */
export const bookmarkletFor = (origin: string): string =>
  `javascript:${encodeURI(
    `(()=>{const d=document,u='${origin}${capturePath}#'+new URLSearchParams({url:location.href,title:d.title,` +
      `selection:String(getSelection()).slice(0,${mostSelection})});` +
      `open(u,'_blank','popup,width=640,height=820')||(location.href=u)})()`,
  )}`;

import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  anything,
  companyOf,
  hasRecords,
  isRecord,
  maxName,
  name,
  numberedId,
  orNull,
  readerOf,
  recordsUnder,
  text,
  unstated,
  webUrl,
} from './posting-fields.ts';
import { identifierOf, readSchemaOrgPosting } from './schema-org.ts';
import { newestAlone, type ReadContext, type ReadPosting, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

/** What is asked for by its address. */
export const addressBoard = {
  kind: 'address, with https://',
  pattern: /^https:\/\/[a-z0-9][a-z0-9.-]{0,252}(?::\d{1,5})?(?:\/[^\s"<>\\^`{|}]*)?$/i,
};

/** The host of an address, with or without its "www.", which alone is asked for it. */
export function hostOfAddress(board: string): readonly string[] {
  const { hostname } = new URL(board);
  return [hostname, hostname.startsWith('www.') ? hostname.slice(4) : `www.${hostname}`];
}

/** An id from an address: itself where it fits. */
export function idOfAddress(url: string): string {
  return url.length <= maxName ? url : createHash('sha256').update(url).digest('hex');
}

/** An id that a feed gives a posting: its own alone, so that no feed can speak of the postings of another. */
export const idWithin = (board: string | null, id: string): string =>
  idOfAddress(board === null ? id : `${board} ${id}`);

const feedItem = z.object({
  id: numberedId.nullish(),
  url: webUrl,
  title: name,
  content_html: text,
  content_text: text,
  date_published: anything,
  authors: z.array(z.object({ name: z.string().nullish() })).nullish(),
});

const readFeedItem = readerOf(feedItem.extend({ feedTitle: z.string().nullish() }), (item, { board, repair }) => ({
  ...unstated,
  externalId: idWithin(board, item.id ?? item.url),
  title: item.title,
  companyName: companyOf('authors', item.authors?.[0]?.name, item.feedTitle),
  descriptionHtml: orNull(item.content_html),
  descriptionText: orNull(item.content_text),
  sourceUrl: item.url,
  applyUrl: item.url,
  postedDate: toDay(item.date_published, 'date_published', repair),
}));

/** An item of a JSON feed: by the schema.org posting that some feeds put beside it, else by the feed's own fields. */
export function readJsonFeed(answer: unknown, context: ReadContext, isTeamtailor: boolean) {
  const items = recordsUnder(answer, 'items');
  if ('reason' in items) return items;
  const feedTitle = isRecord(answer) ? answer['title'] : null;
  return { postings: items.map((item) => readItem(item, { feedTitle, isTeamtailor }, context)) };
}

function readItem(
  item: unknown,
  { feedTitle, isTeamtailor }: { readonly feedTitle: unknown; readonly isTeamtailor: boolean },
  context: ReadContext,
): ReadPosting {
  const posting = isRecord(item) ? item['_jobposting'] : undefined;
  const own = readFeedItem(isRecord(item) ? { ...item, feedTitle } : item, context);
  if (!isRecord(posting) || 'reason' in own) return own;
  const { externalId, sourceUrl, companyName, title, descriptionHtml } = own.posting;
  const read = readSchemaOrgPosting(posting, {
    externalId: (isTeamtailor ? teamtailorId(posting, context) : null) ?? externalId,
    sourceUrl,
    companyName,
    title,
  });
  if ('reason' in read) return read;
  return { ...read, posting: { ...read.posting, descriptionHtml: read.posting.descriptionHtml ?? descriptionHtml } };
}

// Numbers are Teamtailor's; what a host of somebody's own says they are is that host's.
function teamtailorId(posting: Readonly<Record<string, unknown>>, { board }: ReadContext): string | null {
  const id = identifierOf(posting);
  return id === null || !board?.includes('.') ? id : idWithin(board, id);
}

/** Any JSON Feed of postings, by its address. */
export const jsonFeed: SourceAdapter = {
  name: 'jsonfeed',
  label: 'JSON Feed',
  board: { ...addressBoard, example: 'https://careers.acme.example/jobs.json' },
  hosts: hostOfAddress,
  request: (board) => ({ url: board }),
  limits: newestAlone,
  media: 'json',
  recognises: (answer) =>
    (isRecord(answer) && String(answer['version']).startsWith('https://jsonfeed.org/')) ||
    hasRecords(answer, 'items', 'url', 'title'),
  parse: (answer, context) => readJsonFeed(answer, context, false),
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

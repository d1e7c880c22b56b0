import { z } from 'zod';
import { htmlToPlainText } from '#job-pool/sanitize-html.ts';
import {
  anything,
  isRecord,
  maxName,
  numberedId,
  orNull,
  readerOf,
  recordsUnder,
  Refusal,
  text,
  unstated,
} from './posting-fields.ts';
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { unescapeHtml } from './unescape-html.ts';

const api = 'https://hn.algolia.com/api/v1';
const comment = z.object({ id: numberedId, author: z.string().nullish(), created_at: anything, text });

const employmentWords = /\b(?:full[- ]?time|part[- ]?time|contract(?:or)?|intern(?:ship)?|freelance)\b/i;
const placeWords = /\b(?:remote|on-?site|hybrid)\b|,/i;
const noTitle = /^https?:|\$|€|£|\bsalary\b|\bvisa\b/i;

/**
 * A comment of a thread "Who is hiring?". Its first line is free in form, but mostly "Company | Role | Place | …": a
 * comment without such a line names no company or no role, and is no posting.
 */
const readComment = readerOf(comment, (post, { repair }) => {
  const html = post.text ?? '';
  const url = `https://news.ycombinator.com/item?id=${encodeURIComponent(post.id)}`;
  return {
    ...unstated,
    ...readHead(headOf(html)),
    externalId: post.id,
    descriptionHtml: orNull(html),
    sourceUrl: url,
    applyUrl: url,
    postedDate: toDay(post.created_at, 'created_at', repair),
  };
});

const headOf = (html: string): string =>
  htmlToPlainText(unescapeHtml(html.split(/<p>/i)[0] ?? '')).split('\n')[0] ?? '';

function readHead(head: string) {
  const [company = '', ...rest] = head.split(/\s*[|•]\s*/).map((part) => part.trim().slice(0, maxName));
  if (company === '') throw new Refusal('text: begins with no company');
  const title = rest.find((part) => part !== '' && !isOther(part));
  if (title === undefined) throw new Refusal('text: names no role after the company');
  const place = rest.find((part) => part !== title && placeWords.test(part) && !noTitle.test(part));
  return {
    title,
    companyName: company.replace(/\s*\(.*$/, '') || company,
    location: orNull(place),
    employmentType: rest.find((part) => employmentWords.test(part)) ?? null,
  };
}

/** The monthly thread "Who is hiring?" of Hacker News: found by its author, then read whole. */
export const hackerNews: SourceAdapter = {
  name: 'hackernews',
  label: 'Hacker News',
  board: { kind: 'id of a thread, or "latest"', pattern: /^(?:latest|\d{1,12})$/, example: 'latest' },
  hosts: () => ['hn.algolia.com'],
  request: (board) => ({
    url:
      board === 'latest'
        ? `${api}/search_by_date?tags=story,author_whoishiring&query=hiring&hitsPerPage=10`
        : `${api}/items/${board}`,
  }),
  limits: { pageSize: null, mostPages: 1, pause: 1_000, timeout: 30_000, isPartial: true },
  wholeList: 'latest',
  media: 'json',
  recognises: (answer) =>
    isRecord(answer) && Array.isArray(answer['children']) && /who is hiring/i.test(String(answer['title'])),
  parse(answer, context) {
    const hits = recordsUnder(answer, 'hits');
    if (!('reason' in hits)) {
      const thread = hits.find((hit) => isRecord(hit) && /who is hiring\?/i.test(String(hit['title'])));
      if (!isRecord(thread)) return { reason: 'hits: none is a thread "Who is hiring?"' };
      return { postings: [], follow: { url: `${api}/items/${encodeURIComponent(String(thread['objectID']))}` } };
    }
    const comments = recordsUnder(answer, 'children');
    if ('reason' in comments) return comments;
    // Deleted comments have no text.
    const posts = comments.filter((post) => !(isRecord(post) && (post['text'] ?? '') === ''));
    return { postings: posts.map((post) => readComment(post, context)) };
  },
  attribution: null,
  ...documentedOnly,
};

const isOther = (part: string): boolean =>
  noTitle.test(part) ||
  /^(?:fully |100% )?(?:remote|on-?site|hybrid)\b/i.test(part) ||
  (employmentWords.test(part) && part.length < 15);

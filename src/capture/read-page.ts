import sanitizeHtml from 'sanitize-html';
import type { FetchedAnswer } from '#platform/guarded-fetch.ts';

/** What a page says, before anybody knows whether it is a posting. */
export interface ReadPage {
  readonly html: string;
  readonly title: string | null;
  /** The part of it that is to be read. */
  readonly contentHtml: string;
}

/** Longest page that is looked through; postings come early, and the rest is programs. */
const mostCharacters = 1_000_000;

const pageTypes = /^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i;

/** Reads a page. @returns null for what is none, such as a picture or a document */
export function readPage({ headers, body }: FetchedAnswer): ReadPage | null {
  const type = headers.get('content-type') ?? 'text/html';
  if (!pageTypes.test(type)) return null;
  const html = decode(body, type).slice(0, mostCharacters);
  return { html, title: titleOf(html), contentHtml: contentOf(html) };
}

/** Bytes that are no text of their encoding become replacement characters, as in a browser. */
function decode(body: Uint8Array, type: string): string {
  const declared = /charset\s*=\s*["']?([\w-]+)/i;
  const [, charset = 'utf-8'] =
    declared.exec(type) ?? declared.exec(new TextDecoder('latin1').decode(body.subarray(0, 1024))) ?? [];
  return new TextDecoder(isEncoding(charset) ? charset : 'utf-8').decode(body);
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** The title that a page gives whoever shares it, else its own. */
function titleOf(html: string): string | null {
  let shared = '';
  const own = sanitizeHtml(html, {
    allowedTags: ['title'],
    allowedAttributes: {},
    nonTextTags: [...codeTags, 'body'],
    transformTags: {
      meta: (tagName, attribs) => {
        if (attribs['property'] === 'og:title') shared ||= attribs['content'] ?? '';
        return { tagName, attribs };
      },
    },
  });
  const [, titled = ''] = /<title>([^<]*)<\/title>/.exec(own) ?? [];
  const title = (shared || plain(titled)).replace(/\s+/g, ' ').trim();
  return title === '' ? null : title;
}

const codeTags = ['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'math', 'object', 'textarea', 'option'];
/** Around what a page is about. */
const furniture = ['nav', 'footer', 'aside', 'form', 'button', 'select', 'dialog', 'head', 'title'];

const leastContent = 200;

/** What a page is about: its main part where it has one that says something, else all but what stands around it. */
function contentOf(html: string): string {
  const [main = ''] = /<main[\s>][\s\S]*<\/main\s*>/i.exec(html) ?? [];
  const content = withoutFurniture(main);
  return content.length >= leastContent ? content : withoutFurniture(html);
}

const withoutFurniture = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags],
    allowedAttributes: { a: ['href'] },
    nonTextTags: [...codeTags, ...furniture],
    nestingLimit: 40,
  });

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The few entities that cleaned mark-up has. */
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');

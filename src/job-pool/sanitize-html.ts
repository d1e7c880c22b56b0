import { compile } from 'html-to-text';
import sanitizeHtml from 'sanitize-html';

// Deeper nesting shows nothing more, and readers that recurse run out of stack.
const maxDepth = 40;

const rules: sanitizeHtml.IOptions = {
  allowedTags: (
    'p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre b strong i em u s code sub sup small mark a ' +
    'table thead tbody tr th td'
  ).split(' '),
  // Only what the transform below writes survives: no class, id, style or handler of the employer's page.
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // The words inside these are code, not text, so they go with their tag.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'iframe', 'svg', 'math', 'object'],
  nestingLimit: maxDepth,
  transformTags: {
    // The page that shows a posting has its own headings above these.
    h1: 'h3',
    h2: 'h3',
    h3: 'h4',
    a: (_tag, { href = '' }) => ({
      tagName: 'a',
      attribs: { href, rel: 'noopener nofollow noreferrer', target: '_blank' },
    }),
  },
};

const bullet = /^\s*(?:[-–—*•·▪◦●‣]|\d{1,2}[.)])\s+/;
const headingLength = 60;

/** Mark-up of a posting made safe to show: text, lists, headings and plain links; never scripts, images or styles. */
export function sanitizeDescription(html: string): string {
  return sanitizeHtml(html, rules).trim();
}

const toPlainText = compile({
  wordwrap: false,
  limits: { maxDepth },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: ' - ' } },
  ],
});

/** The words of mark-up: paragraphs apart by a blank line, list items as ` - `, links by their words alone. */
export function htmlToPlainText(html: string): string {
  return toPlainText(html).trim();
}

/** Whether a line is worded like the title of a section: short, and not a sentence. */
export function isHeadingLine(line: string): boolean {
  return line.length <= headingLength && !/[.,;!]$/.test(line) && /\p{L}/u.test(line) && !bullet.test(line);
}

/** Safe mark-up for a text without any: paragraphs, headings where a line is worded like one, and bullet lists. */
export function plainTextToHtml(text: string): string {
  const blocks: string[] = [];
  let items: string[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
    items = [];
  };
  for (const line of text.split('\n')) {
    const words = escapeHtml(line.replace(bullet, '').trim());
    if (words === '') continue;
    if (bullet.test(line)) {
      items.push(words);
      continue;
    }
    closeList();
    blocks.push(isHeadingLine(line.trim()) ? `<h3>${words}</h3>` : `<p>${words}</p>`);
  }
  closeList();
  return blocks.join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A mail as it goes out. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail says, in order; both its forms are made of it. */
export interface MailDraft {
  /** Words of ours alone: a subject is a header, and the one line that everybody reads. */
  readonly subject: string;
  readonly parts: readonly MailPart[];
}

export type MailPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** Makes the two forms of a mail. Whatever the parts hold stays text in both. */
export const renderMail = ({ subject, parts }: MailDraft): MailText => ({
  subject,
  text: `${parts.map(plainPart).join('\n\n')}\n`,
  html: page(escapeHtml(subject), parts.map(htmlPart).join('\n')),
});

/** What came from elsewhere begins no line of its own, and turns no text around. */
const oneLine = (text: string): string => text.replace(/[\s\p{C}]+/gu, ' ');

function plainPart(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return oneLine(part.text);
    case 'facts':
      return part.facts.map(([name, value]) => `${name}: ${oneLine(value)}`).join('\n');
    case 'link':
      return `${part.label}:\n${part.url}`;
  }
}

const rowStyle = 'padding:2px 16px 2px 0;text-align:left;vertical-align:top';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1c4ed8;color:#ffffff;font-weight:600;text-decoration:none';

function htmlPart(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(oneLine(part.text))}</p>`;
    case 'facts':
      return `<table role="presentation">\n${part.facts.map(htmlFact).join('\n')}\n</table>`;
    case 'link': {
      const url = escapeHtml(part.url);
      const button = `<a href="${url}" style="${buttonStyle}">${escapeHtml(part.label)}</a>`;
      // Whoever does not trust a button, or sees none, has the address itself.
      return `<p>${button}</p>\n<p style="font-size:13px;word-break:break-all"><a href="${url}">${url}</a></p>`;
    }
  }
}

const htmlFact = ([name, value]: readonly [string, string]): string =>
  `<tr><td style="${rowStyle}">${escapeHtml(name)}</td><td style="${rowStyle}">${escapeHtml(oneLine(value))}</td></tr>`;

const bodyStyle = "max-width:560px;margin:0 auto;padding:24px;font:16px/1.5 system-ui,'Segoe UI',Arial,sans-serif";

/** Nothing in it is fetched from anywhere, so opening a mail tells nobody. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body style="${bodyStyle}">
${content}
</body>
</html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

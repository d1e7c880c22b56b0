import { Parser } from 'htmlparser2';

/** Mark-up or words whose characters are written as entities (`&lt;p&gt;`), as characters; what has tags stays as it is. */
export function unescapeHtml(text: string): string {
  if (text.includes('<') || !text.includes('&')) return text;
  const parts: string[] = [];
  new Parser({ ontext: (words) => void parts.push(words) }).end(text);
  return parts.join('');
}

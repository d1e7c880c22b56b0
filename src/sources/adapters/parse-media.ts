import { parseXml } from './parse-xml.ts';
import type { AnswerMedia } from './source-adapter.ts';

/** An answer read as its medium, or why it cannot be. */
export type ParsedMedia = { readonly answer: unknown } | { readonly reason: string };

/** Reads the text of an answer as its medium; which fields are in it is for the adapter to say. */
export function parseMedia(text: string, media: AnswerMedia): ParsedMedia {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') return { reason: 'answer: is empty' };
  if (media === 'html') return { answer: body };
  if (/^\s*<(?:!doctype html|html)\b/i.test(body))
    return { reason: `answer: is a web page, not ${media.toUpperCase()}` };
  return media === 'xml' ? parseXml(body) : parseJson(body);
}

function parseJson(body: string): ParsedMedia {
  try {
    return { answer: JSON.parse(body) };
  } catch (error) {
    // The parser names the line where it can; where the text merely ends, that is the last one.
    const line = error instanceof Error ? /\(line (\d+) column/.exec(error.message)?.[1] : undefined;
    return { reason: `answer: is not JSON, or is cut off, at line ${line ?? body.trimEnd().split('\n').length}` };
  }
}
/** The text of an answer. @param contentType as the server names it @returns null where it is not in its own encoding */
export function decodeAnswer(body: Uint8Array, contentType: string | null): string | null {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 200));
  const named = /charset="?([\w-]+)/i.exec(contentType ?? '') ?? /^\s*<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head);
  try {
    // A wrong byte would become a question mark in a company's name without anybody noticing.
    return new TextDecoder(named?.[1] ?? 'utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

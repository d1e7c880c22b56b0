import { ClientFault } from '../api/problem.ts';
import { words } from '../words/personas.ts';

/** Far more than the server takes: what is larger is something else, and would only make the page slow. */
const mostBytes = 2_000_000;

/** The text of a file that somebody chose. @throws ClientFault where that cannot be a resume */
export async function readResumeFile(file: File): Promise<string> {
  if (file.size > mostBytes) throw new ClientFault(words.resume.tooLarge(file.name));
  return file.text().catch(() => {
    throw new ClientFault(words.resume.unreadable(file.name));
  });
}

/** The document that a text holds. @throws ClientFault that says where it stops being one */
export function parseResume(text: string): unknown {
  const written = text.replace(/^\uFEFF/u, '').trim();
  if (written === '') throw new ClientFault(words.resume.blank);
  try {
    return JSON.parse(written);
  } catch (error) {
    // Written by the browser, which says at which place.
    const place = error instanceof Error ? error.message : undefined;
    throw new ClientFault(words.resume.noJson(place), { cause: error });
  }
}

/** The parts of a path such as `document.work[2].startDate`, below the document. */
export const pathIn = (field: string): readonly (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|\.?([^.[\]]+)/gu)]
    .slice(1)
    .map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)));

/** What stands at a place of a document; undefined where there is nothing. */
export function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A place in words, with entries of lists counted from 1 as people do. */
export const describePlace = (path: readonly (string | number)[]): string =>
  path.map((part) => (typeof part === 'number' ? words.resume.entry(part + 1) : part)).join(', ');

/** Has the browser save a document as a file. */
export function saveResume(document: unknown, fullName: string): void {
  const name = fullName
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }));
  const link = window.document.createElement('a');
  link.href = url;
  link.download = `${name || 'resume'}.resume.json`;
  link.click();
  URL.revokeObjectURL(url);
}

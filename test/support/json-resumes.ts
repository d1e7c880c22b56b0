import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

type Document = Readonly<Record<string, unknown>>;

interface JsonResumes {
  /** Whole documents by whose they are. */
  readonly resumes: Readonly<Record<string, Document>>;
  /** Documents of one field each, by section and what they show: `work.startDateInvalid`. */
  readonly cases: Readonly<Record<string, Document>>;
}

const folder = new URL('../fixtures/', import.meta.url);

/** Documents that others have written, and the cases of the schema's own tests. */
export const jsonResumes = JSON.parse(
  gunzipSync(readFileSync(new URL('json-resumes.json.gz', folder))).toString(),
) as JsonResumes;

/** A document under the names of JSON Resume 1.x, by plain words. */
export const underPresentNames = (document: Document): Document => {
  const renamed = (entry: unknown): unknown =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(
          Object.entries(entry).map(([name, value]) => [
            { company: 'name', website: 'url', picture: 'image' }[name] ?? name,
            value as unknown,
          ]),
        )
      : entry;
  return Object.fromEntries(
    Object.entries(document).map(([section, value]) => [
      section,
      Array.isArray(value) ? value.map(renamed) : renamed(value),
    ]),
  );
};

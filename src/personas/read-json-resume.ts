import { Validator, type ValidationError } from 'jsonschema';
import schema from '@jsonresume/schema/schema.json' with { type: 'json' };
import { InvalidInput } from '#platform/errors.ts';
import { assertKeepable } from './assert-keepable.ts';
import { isJsonObject, placeOf, stated, type JsonObject } from './json-object.ts';
import type { JsonResume } from './json-resume.ts';

/** A document as it is kept and given back, and what it says. */
export interface ReadResume {
  /** As it was sent, but that old names have given way to the present ones. */
  readonly kept: JsonObject;
  /** The same as the schema has it. */
  readonly resume: JsonResume;
}

const at = 'document';

/** Sections in the schema's order. */
export const resumeSections: readonly string[] = Object.keys(schema.properties);

/**
 * Reads a JSON Resume document.
 * @throws InvalidInput that names the first place at fault
 */
export function readJsonResume(document: unknown): ReadResume {
  assertKeepable(document, at);
  if (!isJsonObject(document)) throw new InvalidInput(at, 'This must be an object.');
  const kept = withPresentNames(document);
  const resume = conforming(kept);
  // Formats are hints: the schema's own examples have `foo-bar-baz` for an address that is valid.
  const [error] = new Validator().validate(resume, schema as object, { skipAttributes: ['format'] }).errors;
  if (error) throw new InvalidInput(placeOf(at, error.path), faultOf(error));
  return { kept, resume };
}

/** What the schema allows of what was kept: usual faults are mended to be read, and stay as they are in what is kept. */
export const conforming = (kept: JsonObject): JsonResume => eachEntry(kept, mendEntry) as JsonResume;

/** What fields were called before version 1.0. */
const oldNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basics: { website: 'url', picture: 'image' },
  work: { company: 'name', website: 'url' },
  ...Object.fromEntries(
    ['volunteer', 'education', 'certificates', 'publications', 'projects'].map((name) => [name, { website: 'url' }]),
  ),
};

const withPresentNames = (document: JsonObject): JsonObject =>
  eachEntry(document, (entry, section) => {
    const renamed = oldNames[section] ?? {};
    const nameOf = (name: string): string => {
      const present = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
      return present === undefined || Object.hasOwn(entry, present) ? name : present;
    };
    return Object.fromEntries(Object.entries(entry).map(([name, value]) => [nameOf(name), value]));
  });

/** Changes each section that is an object, and each object of a section that is a list. */
function eachEntry(document: JsonObject, change: (entry: JsonObject, section: string) => JsonObject): JsonObject {
  const changed = (value: unknown, section: string): unknown => (isJsonObject(value) ? change(value, section) : value);
  return Object.fromEntries(
    Object.entries(document).map(([section, value]) => [
      section,
      Array.isArray(value) ? value.map((entry) => changed(entry, section)) : changed(value, section),
    ]),
  );
}

const dateNames = ['startDate', 'endDate', 'date', 'releaseDate'];

/**
 * Mends what many documents have and the schema does not: a date left blank, nothing for the end of what has begun and
 * goes on, and the place of work in parts.
 */
function mendEntry(entry: JsonObject, section: string): JsonObject {
  const { startDate, endDate, location } = entry;
  const blanks = dateNames.filter((name) => entry[name] === '').map((name) => [name, undefined]);
  const mended: JsonObject = { ...entry, ...Object.fromEntries(blanks) };
  const goesOn = endDate === null && typeof startDate === 'string' && startDate !== '';
  return stated({
    ...mended,
    ...(goesOn ? { endDate: undefined } : {}),
    ...(section === 'work' && isJsonObject(location) ? { location: inOneLine(location) } : {}),
  });
}

const inOneLine = ({ city, region, countryCode }: JsonObject): string =>
  [city, region, countryCode].filter((part) => typeof part === 'string' && part.trim() !== '').join(', ');

const kindsInWords: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'an object' };

function faultOf({ name, argument, message }: ValidationError): string {
  if (name === 'pattern') return 'This is no date such as 2014, 2014-06 or 2014-06-29.';
  const [kind] = [argument].flat();
  const words = typeof kind === 'string' ? kindsInWords[kind] : undefined;
  return words === undefined ? `This ${message}.` : `This must be ${words}.`;
}

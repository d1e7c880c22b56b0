import { InvalidInput } from '#platform/errors.ts';
import { isJsonObject, placeOf, type JsonObject } from './json-object.ts';
import { extensionName } from './json-resume.ts';

/** Fields of a persona that JSON Resume has no place for, but for how far its first set-up has come. */
export const personaFieldsBeyond = [
  'yearsExperience',
  'currentCompany',
  'targetRoles',
  'targetSkills',
  'stretchAppetite',
  'minimumBaseSalary',
  'salaryCurrency',
  'commutableCities',
  'maxCommuteMinutes',
  'remotePreference',
  'relocationOpen',
  'relocationCities',
  'visaSponsorshipRequired',
  'industryExclusions',
  'companySizePreference',
  'maxTravelPercent',
  'minimumFitThreshold',
  'autoDraftThreshold',
  'pollingFrequency',
] as const;

/** Where our part of a document stands. */
export const extensionPlace = `document.${extensionName}`;

/** An object in our part of a document; undefined where there is none. @throws InvalidInput where it is something else */
export function objectAt(within: JsonObject | undefined, name: string, at = extensionPlace): JsonObject | undefined {
  const value = within?.[name];
  if (value === undefined || value === null) return undefined;
  if (!isJsonObject(value)) throw new InvalidInput(placeOf(at, [name]), 'This must be an object.');
  return value;
}

/** A list of objects in our part of a document, likewise. */
export function objectsAt(within: JsonObject | undefined, name: string, at = extensionPlace): Told[] | undefined {
  const value = within?.[name];
  if (value === undefined || value === null) return undefined;
  const place = placeOf(at, [name]);
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw new InvalidInput(place, 'This must be a list of objects.');
  return value.map((fields, index) => ({ fields, at: placeOf(place, [index]), index }));
}

/** What our part tells of one row. */
export interface Told {
  readonly fields: JsonObject;
  readonly at: string;
  /** Its place in the list. */
  readonly index: number;
}

/** These fields of an object. */
export const pick = (object: object, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, Reflect.get(object, name)]] : [])));

/**
 * Finds for each thing that a document names what our part tells of it: the first that is told of a thing that says the
 * same in these fields. Who has changed the document may not know of our part.
 */
export function tellings(
  things: readonly object[],
  told: readonly Told[] | undefined,
  same: readonly string[],
): readonly (Told | undefined)[] {
  const keyOf = (object: object): string => JSON.stringify(same.map((name) => Reflect.get(object, name) as unknown));
  const left = Map.groupBy(told ?? [], ({ fields }) => keyOf(fields));
  return things.map((thing) => left.get(keyOf(thing))?.shift());
}

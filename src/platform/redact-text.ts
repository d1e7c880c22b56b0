import { hidden, secretWords } from './secret-names.ts';

/** As much of one text as a log keeps, in characters; it also bounds what looking through it costs. */
const longestText = 4_000;

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Names and ids, which is what nearly all lines hold. */
const harmless = /^(?:[\w.-]{0,31}|[\da-f]{8}-[\da-f-]{27})$/;
/** Where none of this stands, nothing is to be hidden. */
const suspicious = new RegExp(String.raw`:\/\/|[\w-]{32}|\$\w|(?:bearer|basic) |(?:${secretWords})[^]{0,12}[:=]`, 'i');

const address = /\b([a-z][a-z\d+.-]{0,20}:\/\/)([^\s"'<>]*)/gi;
const wholeHeader = /\b((?:set-)?cookie|(?:proxy-)?authorization)(["']?\s*[:=]\s*).*/gi;
const scheme = /\b(bearer|basic|digest|negotiate)\s+[\w~+/.=-]{8,}/gi;
const passwordHash = /\$(?:argon2\w*|2[abxy]|pbkdf2[\w-]*|scrypt)\$[^\s"';]+/g;
const named = new RegExp(
  String.raw`([\w-]{0,40}(?:${secretWords})[\w-]{0,40}["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,;&})]+)`,
  'gi',
);
const longRun = /[\w-]{32,}(?:\.[\w-]+)*/g;

/**
 * Takes out of a text what looks like a secret wherever it stands: what comes after a secret's name, tokens, hashes of
 * passwords, and of addresses the login, query and fragment. Ids stay. No length but `longestText` is kept.
 */
export function withoutSecrets(text: string): string {
  if (harmless.test(text)) return text;
  // A word that is cut in two may no longer look like what it is.
  const kept = text.length > longestText ? `${text.slice(0, longestText).replace(/\S*$/, '')}…` : text;
  if (!suspicious.test(kept)) return kept;
  return kept
    .replaceAll(address, (_whole, protocol: string, rest: string) => `${protocol}${publicPart(rest)}`)
    .replaceAll(wholeHeader, `$1$2${hidden}`)
    .replaceAll(scheme, `$1 ${hidden}`)
    .replaceAll(passwordHash, hidden)
    .replaceAll(named, `$1${hidden}`)
    .replaceAll(longRun, (run) => (/\d/.test(run) && !uuid.test(run) ? hidden : run));
}

/** Passwords of connection URLs are not always encoded as they should be, so the last @ is the one that counts. */
function publicPart(rest: string): string {
  const at = rest.lastIndexOf('@');
  const place = at < 0 ? rest : `${hidden}@${rest.slice(at + 1)}`;
  const end = place.search(/[?#]/);
  return end < 0 ? place : `${place.slice(0, end + 1)}${hidden}`;
}

/** How V8 names the property that something missing was asked for: it is the code's, and the way to the fault. */
const readProperty = / \((?:reading|setting) '[\w$]+'\)$/;

/** From the first quotation mark to the last, of whichever kind, or to the end; apostrophes are none. */
const quoted = /(?:["`]|(?<!\w)')(?:.*(?:["`]|'(?!\w))|.*)/s;

/**
 * A message of an error without the values it may quote: whatever stands between its first quotation mark and its last,
 * so that no mark within a value ends it, and numbers long enough to be somebody's code.
 */
export function withoutValues(message: string): string {
  const property = readProperty.exec(message)?.[0] ?? '';
  const given = message.slice(0, message.length - property.length);
  // A mark at its end ends the value that is cut in two.
  const rest = withoutGivenValues(given.length > longestText ? `${given.slice(0, longestText)}"` : given)
    .replace(quoted, `"${hidden}"`)
    .replaceAll(/\d{6,}/g, hidden);
  return withoutSecrets(rest) + property;
}

/**
 * A message of graphql-js without the values that it repeats, quoted or not: those of variables, of literals, and of what
 * cannot be read. What else it says, such as types and names of the schema, stays.
 */
export const withoutGivenValues = (message: string): string =>
  message
    .replace(/ got invalid value .*/s, ' got an invalid value.')
    .replace(/( cannot represent (?:[\w-]+ ){0,6}?(?:value|type|date-string|date-time-string))(?![\w-]).*/s, '$1.')
    .replace(/(^|\W)(Expected value of type "[^"]*"), found (?!null\b).*/s, '$1$2.')
    .replace(/(, found |Unexpected )(String|BlockString|Int|Float) .*/s, '$1$2.');

import { isIP } from 'node:net';
import type { MailOrigin } from './mail-content.ts';

type Fact = readonly [name: string, value: string];

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** When something was done, as a mail tells it. */
export const timeFact = ({ at }: MailOrigin): Fact => ['When', `${timeFormat.format(new Date(at))} UTC`];

/** When and from where something was done, as a mail tells it. */
export const originFacts = (origin: MailOrigin): readonly Fact[] => [
  timeFact(origin),
  ['From', origin.ip !== null && isIP(origin.ip) > 0 ? origin.ip : 'an unknown address'],
  ['Browser', describeUserAgent(origin.userAgent)],
];

// The first that matches: most name those before them as well, to be taken for one of them.
const browsers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * What a browser or program says it is, in words of ours. Its own are not repeated: whoever asks for a mail to somebody
 * else's address chooses them, and would write to that person under our name.
 */
export function describeUserAgent(userAgent: string | null): string {
  const told = (userAgent ?? '').slice(0, 512);
  const find = (list: typeof browsers): string | undefined => list.find(([pattern]) => pattern.test(told))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  if (browser) return system ? `${browser} on ${system}` : browser;
  // A program: its name without its own idea of the rest, and without a dot, which would make a link of it.
  const [, program] = /^([A-Za-z][A-Za-z-]{0,29})\/\d/.exec(told) ?? [];
  if (program && program !== 'Mozilla') return program;
  return system ? `an unknown browser on ${system}` : 'an unknown browser';
}

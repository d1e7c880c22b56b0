import { words } from '../words/account-activity.ts';

// The first that fits names it: browsers call themselves by the names of those that they descend from.
const browsers = [
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/SamsungBrowser\//u, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const;

const systems = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/CrOS/u, 'ChromeOS'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/Linux/u, 'Linux'],
] as const;

/** A browser and its system in words, such as `Firefox on Windows`, of what it says of itself; else those words. */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return words.device.unknown;
  const find = (names: typeof browsers | typeof systems) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  return browser && system ? words.device.name(browser, system) : userAgent.slice(0, 80);
}

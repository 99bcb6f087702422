import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MailBlock, MailLetter } from './mail-blocks.ts';
import { mailParts } from './mail-layout.ts';

const letter: MailLetter = {
  business: { name: 'River Physio', accent: '#1f6f5c', address: '4 River Road\nPaarl', url: 'https://river.example/' },
  lang: 'en', preheader: 'Friday 27 November, 14:30', title: 'You are booked', why: 'You booked with River Physio.',
  footerLinks: [{ label: 'Choose your mails', url: 'https://river.example/mails' }],
  blocks: [
    { kind: 'paragraph', text: 'Hello Thandi.' },
    {
      kind: 'facts',
      facts: [
        { label: 'When', value: 'Friday\n14:30' },
        { label: 'Where', value: 'Paarl', url: 'https://map.example/' },
      ],
    },
    { kind: 'button', label: 'See your booking', url: 'https://river.example/b?a=1&b=2' },
    { kind: 'links', links: [{ label: 'Move it', url: 'https://river.example/m' }] },
    { kind: 'code', code: '482 913' },
    { kind: 'quote', text: 'Two\nlines' },
    { kind: 'note', text: 'Until Thursday.' },
  ],
};

const withBlocks = (...blocks: readonly MailBlock[]) => mailParts({ ...letter, blocks });
/** What a reader of the HTML sees, without spaces. */
const seen = (html: string) => html.slice(html.indexOf('<body')).replace(/<br>/g, ' ').replace(/<[^>]*>/g, '')
  .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))).replace(/\s+/g, '');

describe('mailParts', () => {
  it('writes the text from the same blocks', () => {
    expect(mailParts(letter).text).toBe([
      'You are booked', '', 'Hello Thandi.', '',
      'When: Friday, 14:30', 'Where: Paarl (https://map.example/)', '',
      'See your booking: https://river.example/b?a=1&b=2', '', 'Move it: https://river.example/m', '',
      '    482 913', '',
      '> Two', '> lines', '', 'Until Thursday.', '', '-- ',
      'River Physio, 4 River Road, Paarl', 'https://river.example/',
      'You booked with River Physio.', 'Choose your mails: https://river.example/mails', '',
    ].join('\n'));
  });

  it('says everything in both parts, whatever it is', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/[\s\0]/g, '_'));
    fc.assert(fc.property(word, word, word, word, (one, two, three, four) => {
      const { html, text } = withBlocks(
        { kind: 'paragraph', text: one }, { kind: 'facts', facts: [{ label: two, value: three }] },
        { kind: 'button', label: four, url: 'https://a.example/' },
      );
      for (const said of [one, two, three, four]) {
        expect(seen(html)).toContain(said);
        expect(text).toContain(said);
      }
    }));
  });

  it('lets nobody add markup or an address that runs', () => {
    const bad = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const { html, text } = mailParts({
      ...letter, title: bad, preheader: bad, why: bad, lang: bad,
      business: {
        name: bad, address: bad, accent: `red;${bad}`, logoUrl: 'javascript:alert(1)', url: 'javascript:alert(2)',
      },
      blocks: [
        { kind: 'paragraph', text: bad }, { kind: 'note', text: bad }, { kind: 'quote', text: bad },
        { kind: 'facts', facts: [{ label: bad, value: bad, url: 'javascript:alert(3)' }] }, { kind: 'code', code: bad },
        { kind: 'button', label: bad, url: 'data:text/html,x' },
        { kind: 'links', links: [{ label: bad, url: 'vbscript:x' }] },
      ],
    });
    expect(html).not.toMatch(/<script|<img src=x|javascript:|data:|vbscript:|red;/);
    expect(text).not.toMatch(/javascript:|data:|vbscript:/);
  });

  it('turns round for languages written from the right', () => {
    expect(mailParts({ ...letter, lang: 'he' }).html).toContain('<html lang="he" dir="rtl">');
    expect(mailParts({ ...letter, lang: 'ar-EG' }).html).toContain('dir="rtl"');
    expect(mailParts({ ...letter, lang: 'en' }).html).not.toContain('rtl');
    expect(mailParts({ ...letter, lang: 'arn' }).html).not.toContain('rtl');
  });

  it('keeps the button readable for every accent, and in the dark', () => {
    const button = (accent?: string) => {
      const { html } = mailParts({ ...letter, business: { name: 'River', ...(accent ? { accent } : {}) } });
      return /<td class="(.*?)" bgcolor="(.*?)"[^]*?font-weight:600;color:(#\w+)">See/.exec(html)?.slice(1);
    };
    expect(button('#1f6f5c')).toEqual(['', '#1f6f5c', '#ffffff']);
    expect(button('#fc0')).toEqual(['', '#ffcc00', '#000000']);
    expect(button(undefined)).toEqual(['pale', '#1c1c1f', '#ffffff']);
    expect(button('red;}')).toEqual(['pale', '#1c1c1f', '#ffffff']);
  });

  it('shows the name where the logo is not loaded', () => {
    const { html } = mailParts({ ...letter, business: { name: 'River', logoUrl: 'https://river.example/logo.png' } });
    expect(html).toMatch(/<img src="https:\/\/river\.example\/logo\.png" alt="River"/);
    expect(mailParts(letter).html).not.toContain('<img');
  });

  it('stays small enough that no mail program cuts it', () => {
    expect(Buffer.byteLength(mailParts(letter).html)).toBeLessThan(20_000);
  });
});

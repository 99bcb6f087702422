import { describe, expect, it } from 'vitest';
import { readTags } from './html-tags.ts';

const names = (html: string): string[] => readTags(html).tags.map(({ name }) => name);

describe('the start tags of a page', () => {
  it('are those that a browser sees', () => {
    expect(names('<!doctype html><HTML><body><p>a < b</p><!-- <portal-login> --><br/><portal-bookings></portal-bookings>')).toEqual(['html', 'body', 'p', 'br', 'portal-bookings']);
    expect(names('<script>"<portal-bookings>"</script><style>a{}</style><textarea><b></textarea><template><i></i></template><noscript><u></noscript><b>')).toEqual(['script', 'style', 'textarea', 'template', 'noscript', 'b']);
  });

  it('have attributes in every way of writing', () => {
    const [tag] = readTags(`<Script ASYNC data-business='river-physio' src=https://x.example/v1/portal.js?ver=6.8 title="a &amp; b &#33;" src="second">`).tags;
    expect({ ...tag?.attributes }).toEqual({ async: '', 'data-business': 'river-physio', src: 'https://x.example/v1/portal.js?ver=6.8', title: 'a & b !' });
  });

  it('leave the text, decoded', () => {
    expect(readTags('<p>&lt;portal-bookings&gt;</p>').text).toContain('<portal-bookings>');
  });

  it('do not take long, however broken the page is', () => {
    for (const part of ['<', '<a ', '<a b=', '<!--', '</', '<script>', '<a "', "<a '", '<a b=\'']) {
      const started = performance.now();
      readTags(part.repeat(200_000 / part.length));
      expect(performance.now() - started, part).toBeLessThan(2000);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, render, SafeHtml, safeUrl } from './html.ts';

/** Any sixteen bits, half of a pair too, and often what HTML takes for its own. fast-check's `binary` takes seconds to make. */
const anyUnit = fc.oneof(fc.constantFrom('<', '>', '"', '\'', '&', '#', ';'), fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)));

describe('html', () => {
  it('escapes text and attribute values', () => {
    const name = `<img src=x onerror="alert('1')"> & co`;
    expect(render(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62; &#38; co">'
      + '&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62; &#38; co</p>');
  });

  it('keeps what is HTML already and joins nested lists', () => {
    const rows = [['a', '<b>'], [html`<i>c</i>`]];
    expect(render(html`<ul>${rows.map((row) => row.map((cell) => html`<li>${cell}</li>`))}</ul>`))
      .toBe('<ul><li>a</li><li>&#60;b&#62;</li><li><i>c</i></li></ul>');
  });

  it('leaves nothing behind for absent values, and keeps zero', () => {
    expect(render(html`${null}${undefined}${false}${true}${''}${0}${5n}`)).toBe('05');
  });

  it('does not take an object for HTML because it looks like SafeHtml', () => {
    const lookalike = JSON.parse('{"text":"<b>"}') as string;
    expect(() => html`${lookalike}`).toThrow(TypeError);
    expect(render(html`${new SafeHtml('<b>')}`)).toBe('<b>');
  });

  it('never lets typed text open a tag, leave an attribute or start an entity', () => {
    fc.assert(fc.property(fc.string({ unit: anyUnit }), (typed) => {
      const text = render(html`<p title="${typed}">${typed}</p>`);
      expect(text.match(/[<>]/g)).toHaveLength(4);
      expect(text.match(/"/g)).toHaveLength(2);
      expect(text.replace(/&#\d+;/g, '')).not.toContain('&');
    }));
  });

  it('refuses values where escaping cannot help', () => {
    const typed = 'x';
    expect(() => html`<p title=${typed}></p>`).toThrow('quotes');
    expect(() => html`<script>let a = "${typed}"</script>`).toThrow('<script>');
    expect(() => html`<style>a { color: ${typed} }</style>`).toThrow('<style>');
    expect(render(html`<style>a {}</style><p>a = ${typed}</p>`)).toContain('a = x');
  });

  it('wants safeUrl for a whole address, not for the end of a fixed one', () => {
    const typed = 'javascript:alert(1)';
    expect(() => html`<a href="${typed}">x</a>`).toThrow('safeUrl');
    expect(() => html`<img src='${typed}'>`).toThrow('safeUrl');
    expect(render(html`<a href="/p/${'a"b'}">x</a>`)).toBe('<a href="/p/a&#34;b">x</a>');
    expect(render(html`<a href="${safeUrl('https://a.example/?a=1&b=2')}">x</a>`))
      .toBe('<a href="https://a.example/?a=1&#38;b=2">x</a>');
  });
});

describe('safeUrl', () => {
  it.each([
    'https://a.example/x', 'http://localhost:8788/', 'mailto:ann@example.com',
  ])('lets %s through', (address) => {
    expect(safeUrl(address).toString()).toBe(address);
  });

  it.each([
    'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x', 'file:///etc/passwd', 'blob:https://a.example/1', '//a.example', '/relative', '', 'https://',
  ])('makes %j lead nowhere', (address) => {
    expect(safeUrl(address).toString()).toBe('#');
  });
});

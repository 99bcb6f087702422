import { expect, it } from 'vitest';
import { tag, xmlFile } from './xml.ts';

it('escapes what people typed, and drops what no XML can hold', () => {
  expect(tag('a', `<b> & "c" 'd' \u0000\u000b\ud800 東京 😀`).xml).toBe('<a>&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;  東京 😀</a>');
  expect(tag('a', 'x', { b: '"><script>' }).xml).toBe('<a b="&quot;&gt;&lt;script&gt;">x</a>');
});

it('leaves out what is empty, and nests', () => {
  expect(tag('a', [tag('b', ''), null, false, tag('c', ['x', tag('d', 'y')])]).xml).toBe('<a><c>x<d>y</d></c></a>');
  expect(xmlFile(tag('a', 'x'))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a>x</a>\n');
});

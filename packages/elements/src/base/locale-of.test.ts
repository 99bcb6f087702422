import { equal } from '../test-support/mount.ts';
import { localeOf } from './locale-of.ts';

function inside(lang: string | undefined): Element {
  const outer = document.createElement('div');
  if (lang !== undefined) outer.lang = lang;
  const inner = document.createElement('p');
  outer.append(inner);
  document.body.append(outer);
  return inner;
}

describe('localeOf', () => {
  afterEach(() => document.body.replaceChildren());

  it('takes the nearest language that is spoken here', () => {
    equal(['de-AT', 'fr_CA', 'PT', 'ar', 'en-US'].map((lang) => localeOf(inside(lang))), ['de-AT', 'fr-CA', 'PT', 'ar', 'en-US']);
  });

  it('speaks English where it cannot speak the language, and where the tag is none', () => {
    equal(['nl', 'x', 'de"]', ''].map((lang) => localeOf(inside(lang))), ['en', 'en', 'de', localeOf(document.body)]);
  });
});

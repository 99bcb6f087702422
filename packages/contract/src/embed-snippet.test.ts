import { describe, expect, it } from 'vitest';
import { snippetOf, type SnippetPlace } from './embed-snippet.ts';

const place: SnippetPlace = { scriptUrl: 'https://portico.example/v1/portal.js', key: 'river', hostedUrl: 'https://portico.example/p/river' };
const file = (name: string): { url: string; integrity: string } => ({ url: `https://portico.example/v1.2.3/${name}.js`, integrity: `sha384-${name}` });
const modules = { bookings: [file('core'), file('bookings')], documents: [file('core'), file('documents')], invoices: [file('core'), file('core-loads'), file('invoices')], login: [file('core'), file('login')] };

describe('the snippet', () => {
  it('is one script for all tags, each with its height and its link', () => {
    expect(snippetOf(place, [{ element: 'bookings', attributes: { 'lock-service': true, 'service': 'a"b' } }, { element: 'invoices' }])).toBe(
      `<script async src="https://portico.example/v1/portal.js" data-business="river" data-cfasync="false"></script>
<portal-bookings lock-service service="a&quot;b" style="display:block;min-height:max(600px,37.5rem)">
  <a href="https://portico.example/p/river">Book online</a>
</portal-bookings>
<portal-invoices style="display:block;min-height:max(360px,22.5rem)">
  <a href="https://portico.example/p/river">See your invoices</a>
</portal-invoices>`);
  });

  it('of modules checks each file once, what they share before any of them', () => {
    const lines = snippetOf({ ...place, modules }, [{ element: 'login' }, { element: 'invoices' }]).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '<link rel="modulepreload" href="https://portico.example/v1.2.3/core.js" integrity="sha384-core" crossorigin="anonymous">',
      '<link rel="modulepreload" href="https://portico.example/v1.2.3/core-loads.js" integrity="sha384-core-loads" crossorigin="anonymous">',
      '<script type="module" src="https://portico.example/v1.2.3/login.js" data-cfasync="false" integrity="sha384-login" crossorigin="anonymous"></script>',
      '<script type="module" src="https://portico.example/v1.2.3/invoices.js" data-cfasync="false" integrity="sha384-invoices" crossorigin="anonymous"></script>',
      '<portal-login business="river" style="display:block;min-height:max(440px,27.5rem)">',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { judgePage, type PageToCheck } from './embed-rules.ts';

const publicUrl = 'https://portal.example';
const wanted = { business: 'river-physio', publicUrl, origins: ['https://www.river.example'] };
const script = `<script async src="${publicUrl}/v1/portal.js" data-business="river-physio" data-cfasync="false"></script>`;
const tag = `<portal-bookings style="display:block;min-height:max(600px,37.5rem)"><a href="${publicUrl}/p/river-physio">Book online</a></portal-bookings>`;
const codes = (html: string, change: Partial<PageToCheck> = {}): string[] =>
  judgePage({ address: 'https://www.river.example/book', status: 200, type: 'text/html', policies: [], html, isCut: false, ...change }, wanted).findings.map(({ code }) => code);
const csp = (policy: string): Partial<PageToCheck> => ({ policies: [policy] });

describe('why a page shows nothing', () => {
  it('finds nothing to say about the printed snippet', () => {
    expect(codes(script + tag)).toEqual(['fine']);
    expect(codes(`<script async src="${publicUrl}/v1.4.2/portal.all.js" data-business="river-physio" integrity="sha384-x" crossorigin="anonymous"></script>${tag}`)).toEqual(['fine']);
    expect(codes(`${tag}<script async src="${publicUrl}/v1/portal.js?ver=6.8" data-business="river-physio"></script>`)).toEqual(['fine']);
    expect(codes(`<script type="module" src="${publicUrl}/v1/bookings.js"></script><portal-bookings class="book" business="river-physio" api-url="${publicUrl}"></portal-bookings>`)).toEqual(['fine']);
  });

  it.each([
    ['the page is gone', script + tag, { status: 404 }, ['not_found']],
    ['it is no page', '%PDF', { type: 'application/pdf' }, ['not_a_page']],
    ['no HTTPS', script + tag, { address: 'http://www.river.example/' }, ['not_https', 'origin_not_registered']],
    ['another address', script + tag, { address: 'https://river.example/' }, ['origin_not_registered']],
    ['no script', tag, {}, ['script_missing']],
    ['a script in a comment', `<!-- ${script} -->${tag}`, {}, ['script_missing']],
    ['pasted as text', `<p>${(script + tag).replaceAll('<', '&lt;')}</p>`, {}, ['pasted_as_text']],
    ['in a frame of the builder', `<iframe srcdoc="${script.replaceAll('"', '&quot;')}"></iframe>`, {}, ['inside_frame']],
    ['in a frame elsewhere', '<iframe src="https://www-river-example.filesusr.com/html/abc.html"></iframe>', {}, ['inside_frame']],
    ['held by a consent tool', script.replace('async', 'type="text/plain" data-cookieconsent="marketing"') + tag, {}, ['script_held']],
    ['held by an optimizer', script.replace('src=', 'type="rocketlazyloadscript" data-rocket-src=') + tag, {}, ['script_held']],
    ['of another Portico', script.replace(publicUrl, 'https://old.example') + tag, {}, ['script_elsewhere']],
    ['no tag', script, {}, ['tag_missing']],
    ['no business', script.replace(/data-business="[^"]*"/, '') + tag, {}, ['no_business']],
    ['another business', script.replace('river-physio', 'nachtwerk') + tag, {}, ['wrong_business']],
    ['no height', script + tag.replace(/ style="[^"]*"/, ''), {}, ['no_height', 'fine']],
    ['a long page', script + tag, { isCut: true }, ['too_large', 'fine']],
  ])('%s', (_, html, change, expected) => expect(codes(html, change)).toEqual(expected));

  it.each([
    ["script-src 'self'", ['script_blocked']],
    ["default-src 'self'", ['script_blocked', 'connect_blocked']],
    ["script-src 'self' https://portal.example; connect-src 'self'", ['connect_blocked']],
    ["script-src https://*.example; connect-src *", ['fine']],
    ['script-src https:; connect-src https:', ['fine']],
    ['script-src http://portal.example', ['fine']],
    ['script-src https://portal.example:8443', ['script_blocked']],
    ['script-src https://portal.example/v1/', ['fine']],
    ['script-src https://portal.example/v2/', ['script_blocked']],
    ["script-src 'nonce-abc'", ['script_blocked']],
    ["script-src https://portal.example 'strict-dynamic' 'nonce-abc'", ['script_blocked']],
    ["trusted-types default; require-trusted-types-for 'script'", ['trusted_types']],
    ["trusted-types default lit-html 'allow-duplicates'", ['fine']],
    ["script-src *, script-src 'none'", ['script_blocked']],
  ])('under the policy %s', (policy, expected) => {
    expect(codes(script + tag, csp(policy))).toEqual(expected);
    expect(codes(`<meta http-equiv="Content-Security-Policy" content="${policy}">${script}${tag}`)).toEqual(expected);
  });

  it('knows the nonce of the script', () => {
    expect(codes(script.replace('async', 'async nonce="abc"') + tag, csp("script-src 'nonce-abc' 'strict-dynamic'"))).toEqual(['fine']);
  });
});

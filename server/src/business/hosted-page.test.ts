import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { updateBusiness, type BusinessRow } from './business-store.ts';

let world: TestWorld;
let river: TestBusiness;
beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world, { name: 'River & Sons <Physio>' });
});
afterAll(async () => { await world.close(); });

const change = (columns: Partial<BusinessRow>): Promise<void> => world.deps.store.write((tx) => updateBusiness(tx, river.business.id, columns));
async function page(): Promise<string> {
  const response = await world.fetch(`/p/${river.business.key}`);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the hosted page', () => {
  it('is the business\'s own: name, logo, address, how to reach it, and the elements', async () => {
    await change({ logoUrl: 'https://cdn.example/logo.png', phone: '+27 21 555 01 23', address: '4 Mill Lane\nCape Town' });
    const text = await page();
    for (const part of ['<title>River &#38; Sons &#60;Physio&#62;</title>', 'src="https://cdn.example/logo.png"', '4 Mill Lane\nCape Town', 'href="tel:+27215550123"', `href="mailto:${river.business.email}"`, '<portal-bookings>', '<portal-login>', `data-business="${river.business.key}"`]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('<Physio>');
  });

  it('says without JavaScript how to reach the business', async () => {
    const [, quiet = ''] = /<noscript>([\s\S]*?)<\/noscript>/.exec(await page()) ?? [];
    expect(quiet).toContain('reach us directly');
    expect(quiet).toContain('tel:+27215550123');
    await change({ phone: null });
    expect(await page()).not.toContain('tel:');
  });

  it.each([['de-AT', 'ltr', 'Sie erreichen uns', 'de-AT'], ['ar', 'rtl', 'مباشرة', 'ar'], ['he', 'rtl', 'reach us', 'en'], ['pt-BR', 'ltr', 'connosco', 'pt-BR']])('speaks the business\'s language, and runs its way: %s', async (lang, dir, words, said) => {
    await change({ lang });
    const text = await page();
    expect(text).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(text).toContain(words);
    expect(text).toContain(`<p lang="${said}">`);
  });

  it('may run nothing but our own files, and wears the accent from a style sheet', async () => {
    const response = await world.fetch(`/p/${river.business.key}`);
    const strict = (answer: Response): void => {
      expect((answer.headers.get('content-security-policy') ?? '').split('; ').sort()).toEqual([
        "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "img-src 'self' data: https:",
        "require-trusted-types-for 'script'", "script-src 'self'", "style-src 'self'", 'trusted-types lit-html',
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      for (const [name, value] of [['x-content-type-options', 'nosniff'], ['referrer-policy', 'no-referrer'], ['x-frame-options', 'DENY'], ['permissions-policy', 'camera=(), microphone=(), geolocation=()']]) {
        expect([name, answer.headers.get(name ?? '')]).toEqual([name, value]);
      }
    };
    strict(response);
    strict(await world.fetch('/p/nobody-here'));
    const drawn = await world.fetch(`/p/${river.business.key}/icon.svg`);
    expect(drawn.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const text = await response.text();
    expect(text).not.toMatch(/\sstyle=|<style|<script(?![^>]*src=)|\son\w+=/);
    for (const [, file = ''] of text.matchAll(/(?:href|src)="(\/[^"]+)"/g)) expect((await world.fetch(file)).status, file).toBe(200);
    await change({ accent: '#1f5c57' });
    expect(await (await world.fetch(`/p/${river.business.key}/accent.css`)).text()).toBe(':root { --accent: #1f5c57; }\n');
    const icon = await (await world.fetch(`/p/${river.business.key}/icon.svg`)).text();
    expect(icon).toContain('fill="#1f5c57"');
    expect(icon).toMatch(/>R<\/text>/);
    await change({ accent: 'red;} body{display:none' });
    expect((await world.fetch(`/p/${river.business.key}/accent.css`)).status).toBe(404);
  });

  it('of nobody is a page that says so', async () => {
    const response = await world.fetch('/p/nobody-here');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    expect(await response.text()).toContain('No business has this address.');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailTo, signInAtConsole, startDemo, type DemoWorld } from './demo-browser.ts';
import { postBooking, type Start } from './running-server.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

/** A day well ahead, so that moving and cancelling are allowed. */
async function chooseLater(page: Awaited<ReturnType<DemoWorld['page']>>): Promise<void> {
  const bookings = page.locator('portal-bookings');
  await bookings.getByRole('button', { name: 'Next month' }).first().click();
  await bookings.locator('.booker[aria-busy=false] .month-name', { hasText: /December|January|February/ }).waitFor();
  await bookings.locator('.slot.free').first().waitFor();
}

describe('the main story', () => {
  it('a newcomer books on the business\'s own page, gets the mail, sets a password, comes back, moves and cancels the booking', async () => {
    const page = await demo.page({ width: 375, height: 800 });
    await page.goto(`${demo.site.url}/`);
    const bookings = page.locator('portal-bookings');
    await bookings.locator('.slot.free').first().waitFor();

    await chooseLater(page);
    await bookings.locator('.slot.free').first().click();
    const submit = bookings.locator('form.confirm button[type=submit]');
    await submit.click();
    // What is missing is said next to the field, and nothing was sent.
    await bookings.getByText('Tell us your name.').waitFor();
    await page.getByLabel('Your name').fill('Nadia Jansen');
    await page.getByLabel('E-mail').fill('nadia@mail.example');
    await submit.dblclick();
    await bookings.locator('#card-title', { hasText: 'You’re booked' }).waitFor();
    expect(await bookings.locator('.facts').innerText()).toContain('The Mill House');

    // Both parties are told the same moment; a double click booked once.
    const mail = await mailTo(demo.server, 'nadia@mail.example', /is booked/);
    const owner = await mailTo(demo.server, 'hello@river-physio.example', /New booking: Nadia Jansen/);
    const date = (await bookings.locator('.facts .strong').first().innerText()).trim();
    expect(mail.text).toContain(date);
    expect(owner.text).toContain(date);
    const list = await (await fetch(`${demo.server.url}/mailbox`)).text();
    expect(list.match(/New booking: Nadia Jansen/g)).toHaveLength(1);

    // The link in the mail opens exactly this booking, without signing in.
    const guest = await demo.page({ width: 375, height: 800 });
    await guest.goto(linkIn(mail.html, '#portal/bookings/'));
    await guest.locator('portal-bookings #card-title', { hasText: 'Your booking' }).waitFor();
    expect(await guest.locator('portal-bookings .facts').innerText()).toContain(date);
    expect(guest.url()).not.toContain('#portal/bookings/');

    // The invitation: a password, and in.
    const home = await demo.page({ width: 375, height: 800 });
    await home.goto(linkIn(mail.html, '#portal/invitation/'));
    const password = home.locator('form[data-portal-form] input[type=password]');
    await password.first().fill('a river runs past it');
    await home.locator('form[data-portal-form] button[type=submit]').first().click();
    await home.locator('portal-bookings .upcoming').waitFor();
    expect(await home.locator('portal-bookings .upcoming').innerText()).toContain('Initial consultation');

    // Moves it by the same flow.
    await home.locator('portal-bookings .upcoming [data-action=move]').click();
    await home.locator('portal-bookings').getByText(/Moving Initial consultation/).waitFor();
    await home.locator('portal-bookings .booker[aria-busy=false] .month-name', { hasText: /December|January|February/ }).waitFor();
    await home.locator('portal-bookings .slot.free').nth(3).click();
    await home.locator('portal-bookings form.confirm button[type=submit]').click();
    await home.locator('portal-bookings #card-title', { hasText: 'Moved' }).waitFor();
    await mailTo(demo.server, 'nadia@mail.example', /has a new time/);

    // And cancels it.
    await home.locator('portal-bookings [data-action=cancel]').click();
    await home.locator('portal-bookings textarea[name=reason]').fill('The knee is fine again.');
    await home.locator('portal-bookings form.cancel button[type=submit]').click();
    await home.locator('portal-bookings #card-title', { hasText: 'Cancelled' }).waitFor();
    expect((await mailTo(demo.server, 'hello@river-physio.example', /Cancelled: Nadia/)).text).toContain('The knee is fine again.');

    for (const one of [page, guest, home]) expect(one.complaints).toEqual([]);
  }, 90_000);

  it('the owner sees a booking in the calendar at once, without touching anything', async () => {
    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    const start = await (await fetch(`${demo.server.url}/v1/businesses/river-physio/booking-start`)).json() as Start;
    const month = await (await fetch(`${demo.server.url}/v1/businesses/river-physio/slots?service=${start.services[0]?.id}&month=${start.month.nextMonth}`)).json() as Start['month'];
    const startsAt = month.days.flatMap((day) => day.times).find((time) => time.free)?.startsAt ?? '';
    await owner.goto(`${demo.server.url}/console/#/calendar/week/${startsAt.slice(0, 10)}`);
    await owner.getByRole('heading', { level: 1 }).waitFor();
    expect(await owner.getByText('Lindiwe Live').count()).toBe(0);

    const booked = await postBooking(demo.server.url, 'river-physio', { serviceId: start.services[0]?.id, startsAt, name: 'Lindiwe Live', email: 'lindiwe@mail.example' }, 'the-owner-is-watching-now');
    expect(booked.status).toBe(201);
    await owner.getByText('Lindiwe Live').first().waitFor();
    expect(owner.complaints).toEqual([]);
  }, 60_000);

  it('a time taken elsewhere turns grey while one looks', async () => {
    const page = await demo.page();
    await page.goto(`${demo.site.url}/nachtwerk/`);
    await chooseLater(page);
    const slot = page.locator('portal-bookings .slot.free').nth(1);
    const startsAt = await slot.getAttribute('data-time');
    const start = await (await fetch(`${demo.server.url}/v1/businesses/nachtwerk/booking-start`)).json() as { services: { id: string }[] };
    const taken = await fetch(`${demo.server.url}/v1/businesses/nachtwerk/bookings`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'somebody-else-was-first' },
      body: JSON.stringify({ serviceId: start.services[0]?.id, startsAt, timeZone: 'Europe/Berlin', name: 'Somebody Else', email: 'else@mail.example' }),
    });
    expect(taken.status).toBe(201);
    await page.locator(`portal-bookings [data-time="${startsAt}"].taken`).waitFor();
    expect(await page.locator(`portal-bookings [data-time="${startsAt}"]`).getAttribute('aria-label')).toMatch(/taken$/);
    expect(page.complaints).toEqual([]);
  }, 60_000);

  it('the page does not jump: the snippet reserves the height', async () => {
    const page = await demo.page({ width: 375, height: 800 });
    await page.addInitScript(() => {
      (globalThis as { shift?: number }).shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (globalThis as { shift?: number }).shift! += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${demo.site.url}/`);
    await page.locator('portal-bookings .slot.free').first().waitFor();
    expect(await page.evaluate(() => (globalThis as { shift?: number }).shift)).toBe(0);
  }, 60_000);

  it('nothing on the host page is touched, no cookie is set, and nobody but the API is asked', async () => {
    const page = await demo.page();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(`${demo.site.url}/`);
    await page.locator('portal-bookings .slot.free').first().waitFor();
    expect([...asked].sort()).toEqual([demo.server.url, demo.site.url.replace('127.0.0.1', 'localhost')].map((url) => new URL(url).origin).sort());
    expect(await page.context().cookies()).toEqual([]);
    const globals = (): Promise<string[]> => page.evaluate(() => Object.keys(globalThis));
    const withPortal = await globals();
    await page.goto(`${demo.site.url}/icon.svg`);
    const without = new Set(await globals());
    // Lit leaves its version marks, so that two copies on a page can warn of each other.
    const marks = /^(lit|reactiveElement)\w*(Versions|Metadata)$/;
    expect(withPortal.filter((name) => !without.has(name) && !marks.test(name))).toEqual(['portal']);
  }, 60_000);
});

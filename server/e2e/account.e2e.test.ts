import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digitsOf } from './authenticator-app.ts';
import { linkIn, mailTo, startDemo, type DemoWorld } from './demo-browser.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

const email = 'zola@mail.example';
const password = 'a river runs past it';
type Page = Awaited<ReturnType<DemoWorld['page']>>;

async function bookAsGuest(): Promise<void> {
  const api = `${demo.server.url}/v1/businesses/river-physio`;
  const start = await (await fetch(`${api}/booking-start`)).json() as { services: { id: string }[]; month: { days: { times: { startsAt: string; free: boolean }[] }[] } };
  const time = start.month.days.flatMap(({ times }) => times).find(({ free }) => free);
  const answer = await fetch(`${api}/bookings`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'zola-comes-for-the-first-time' },
    body: JSON.stringify({ serviceId: start.services[0]?.id, startsAt: time?.startsAt, timeZone: 'Africa/Johannesburg', name: 'Zola Mokoena', email }),
  });
  expect(answer.status).toBe(201);
}

const form = (page: Page) => page.locator('portal-login > form');
async function fill(page: Page, name: string, value: string): Promise<void> {
  await form(page).locator(`input[name=${name}]`).fill(value);
}
const submit = (page: Page) => form(page).locator('button[type=submit]').click();
const press = (page: Page, action: string) => page.locator(`portal-login [data-action=${action}]`).click();
const signedIn = (page: Page) => page.locator('portal-login').getByText('Signed in as Zola').waitFor();

describe('a client\'s account, in the owner\'s page', () => {
  it('from the invitation through an authenticator app to signing out everywhere', async () => {
    await bookAsGuest();
    const invitation = linkIn((await mailTo(demo.server, email, /is booked/)).html, '#portal/invitation/');
    const page = await demo.page({ width: 375, height: 800 });
    await page.goto(invitation);
    await page.locator('portal-login').getByText('Welcome, Zola').waitFor();
    expect(page.url()).not.toContain('invitation');
    await fill(page, 'password', password);
    await submit(page);
    await signedIn(page);

    // An authenticator app, after a fresh proof if the first one has grown old.
    await press(page, 'account');
    await press(page, 'totp');
    const key = page.locator('portal-login .key');
    await key.or(form(page).locator('input[name=proof]')).first().waitFor();
    if (await key.count() === 0) {
      await fill(page, 'proof', password);
      await submit(page);
    }
    const secret = await key.innerText();
    await fill(page, 'code', digitsOf(secret, Date.now()));
    const codes = page.locator('portal-login .codes li');
    await codes.first().waitFor();
    const [recoveryCode] = await codes.allInnerTexts();
    await press(page, 'kept');

    // Another device: password, then a recovery code.
    const other = await demo.page();
    await other.goto(invitation.split('#')[0] ?? '');
    await fill(other, 'email', email);
    await fill(other, 'password', 'not this one');
    await submit(other);
    await form(other).getByRole('alert').waitFor();
    await fill(other, 'password', password);
    await submit(other);
    await form(other).locator('input[name=code]').waitFor();
    await press(other, 'switch');
    await fill(other, 'recoveryCode', recoveryCode ?? '');
    await submit(other);
    await signedIn(other);

    // A reload keeps it; a second tab knows it at once.
    await other.reload();
    await signedIn(other);

    // Each sees the other; signing out everywhere reaches the other one.
    await press(other, 'account');
    await other.locator('portal-login [data-action=revoke]').first().waitFor();
    await press(other, 'everywhere');
    await form(other).locator('input[name=email]').waitFor();
    await form(page).locator('input[name=email]').waitFor();

    // A forgotten password changes only the password: the app is still asked for.
    await fill(page, 'email', email);
    await press(page, 'forgotten');
    await submit(page);
    const reset = linkIn((await mailTo(demo.server, email, /reset|new password/i)).html, '#portal/reset/');
    await page.goto(reset);
    await fill(page, 'password', 'another river altogether');
    await submit(page);
    await page.locator('portal-login').getByText('Your password is changed').waitFor();
    await fill(page, 'email', email);
    await fill(page, 'password', 'another river altogether');
    await submit(page);
    await form(page).locator('input[name=code]').waitFor();
    for (const one of [page, other]) expect(one.complaints).toEqual([]);
  }, 90_000);
});

import { linkIn, mailTo, type DemoWorld } from './demo-browser.ts';
import { freeStarts, postBooking } from './running-server.ts';

type Page = Awaited<ReturnType<DemoWorld['page']>>;

export interface KnownClient {
  readonly bookingId: string;
  readonly linkToken: string;
  /** Where a password is set, in the owner's page. */
  readonly invitation: string;
}

export const password = 'a river runs past it';

/** Somebody who has booked once, with the mail that came of it. `nth`: which free time. */
export async function knownClient(demo: DemoWorld, email: string, nth = 0): Promise<KnownClient> {
  const { serviceId, starts } = await freeStarts(demo.server.url, 'river-physio');
  const answer = await postBooking(demo.server.url, 'river-physio', { serviceId, startsAt: starts[nth], email }, `first-visit-of-${email}`);
  const { booking, linkToken } = await answer.json() as { readonly booking: { readonly id: string }; readonly linkToken: string };
  const { html } = await mailTo(demo.server, email, /is booked/);
  return { bookingId: booking.id, linkToken, invitation: linkIn(html, '#portal/invitation/') };
}

/** Sets the password where the invitation leads, and is in. */
export async function acceptInvitation(page: Page, invitation: string): Promise<void> {
  await page.goto(invitation);
  const form = page.locator('form[data-portal-form]');
  await form.locator('input[type=password]').first().fill(password);
  await form.locator('button[type=submit]').first().click();
  await page.locator('portal-bookings .upcoming').waitFor();
}

/** The six digits that were mailed for signing in. */
export async function newestCode(demo: DemoWorld, email: string): Promise<string> {
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, email, /code|sign/i)).text) ?? [];
  return first + second;
}

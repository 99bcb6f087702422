import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guestBooking, staffCaller, testBusiness, visitor } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
beforeEach(async () => { world = await testWorld(); });
afterEach(() => world.close());

interface Day { readonly date: string; readonly times: readonly { readonly startsAt: string; readonly label: string; readonly free: boolean }[] }

/** The week of each change of the clock: the day before, the day itself, the day after. */
const changes = [
  ['Europe/Berlin', '2027-03-01T06:00:00Z', ['2027-03-27', '2027-03-28', '2027-03-29']], ['Europe/Berlin', '2027-10-01T06:00:00Z', ['2027-10-30', '2027-10-31', '2027-11-01']],
  ['America/New_York', '2027-03-01T06:00:00Z', ['2027-03-13', '2027-03-14', '2027-03-15']], ['America/New_York', '2027-11-01T06:00:00Z', ['2027-11-06', '2027-11-07', '2027-11-08']],
  ['Australia/Sydney', '2027-04-01T06:00:00Z', ['2027-04-03', '2027-04-04', '2027-04-05']], ['Australia/Sydney', '2027-10-01T06:00:00Z', ['2027-10-02', '2027-10-03', '2027-10-04']],
] as const;

describe('the mail, the page, the calendar file and the owner\'s calendar say the same time', () => {
  it.each(changes)('%s, from %s', async (timeZone, now, dates) => {
    world.setNow(now);
    const at = await testBusiness(world, { timeZone });
    const owner = await staffCaller(world, at);
    const page = visitor(world, at.origin);
    for (const date of dates) {
      const month = await (await page('GET', `/v1/businesses/${at.business.key}/slots?service=${at.service.id}&month=${date.slice(0, 7)}`)).json() as { days: Day[] };
      const slot = month.days.find((day) => day.date === date)?.times.find((time) => time.label === '10:30');
      if (!slot) throw new Error(`no 10:30 on ${date}`);
      const booked = await (await page('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, slot.startsAt, { email: `${date}@mail.example` }))).json() as { booking: { when: { time: string } } };
      await world.settle();
      const mail = world.mails.find((one) => one.to.address === `${date}@mail.example`);
      const calendar = await (await owner('GET', `/v1/console/calendar?firstDate=${date}&days=1`)).json() as { days: { startsAt: string }[]; bookings: { startsAt: string }[] };
      expect(booked.booking.when.time).toBe('10:30');
      expect(mail?.text).toContain('10:30 – 11:00');
      expect(mail?.calendar?.content).toContain(`DTSTART:${slot.startsAt.replaceAll(/[-:]|\.000/g, '')}`);
      expect(calendar.bookings.map((one) => one.startsAt)).toContain(slot.startsAt);
      // And by a clock that is not ours.
      expect(new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(slot.startsAt))).toBe(`${date.split('-').reverse().join('/')}, 10:30`);
    }
  });
});

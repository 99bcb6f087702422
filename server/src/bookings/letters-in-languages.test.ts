import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '../effects/mailer.ts';
import { guestBooking, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
const email = 'thandi@mail.example';
const ten = '2026-11-25T08:00:00.000Z';

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world, { service: { name: 'Visit' } });
  owner = await staffCaller(world, at);
});
afterEach(() => world.close());

const book = async (more: Record<string, unknown> = {}): Promise<string> => {
  const answer = await visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, ten, more));
  return (await answer.json() as { booking: { id: string } }).booking.id;
};
const change = (settings: Record<string, unknown>): Promise<Response> => owner('PATCH', '/v1/console/business', settings);
async function mailTo(address: string): Promise<OutgoingMail> {
  await world.settle();
  const mail = world.mails.findLast((one) => one.to.address === address);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

describe('whose language a letter speaks', () => {
  it.each([
    ['de', 'Visit ist gebucht – Mittwoch, 25. November 2026, 10:00 – 10:30', 'Guten Tag Thandi Mokoena, wir freuen uns auf Sie.', 'Ansehen, verschieben oder absagen', 'Preis'],
    ['fr', 'Visit : c’est réservé, mercredi 25 novembre 2026, 10:00 – 10:30', 'Bonjour Thandi Mokoena, à bientôt.', 'Voir, déplacer ou annuler', 'Prix'],
    ['es', 'Visit: hora reservada, miércoles, 25 de noviembre de 2026, 10:00 – 10:30', 'Hola, Thandi Mokoena: nos vemos entonces.', 'Ver, cambiar o cancelar', 'Precio'],
    ['pt', 'Visit: horário reservado, quarta-feira, 25 de novembro de 2026, 10:00 – 10:30', 'Olá, Thandi Mokoena: até lá.', 'Ver, mudar ou cancelar', 'Preço'],
  ])('%s: subject, greeting, button, facts', async (lang, subject, hello, button, price) => {
    await book({ lang });
    const mail = await mailTo(email);
    expect(mail.subject).toBe(subject);
    for (const text of [hello, button, `${price}: `]) expect(mail.text).toContain(text);
    expect(mail.html).toContain(`<html lang="${lang}" dir="ltr">`);
  });

  it('Arabic runs from right to left, with its own names of days and cities, and so does its calendar entry', async () => {
    await book({ lang: 'ar' });
    const mail = await mailTo(email);
    expect(mail.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail.subject).toMatch(/^تم حجز Visit، الأربعاء، 25 نوفمبر 2026، /);
    expect(mail.text).toContain('جوهانسبرغ');
    expect(mail.calendar?.content.replaceAll('\r\n ', '')).toContain('DESCRIPTION:مع Anna.');
  });

  it('writes to the owner in the language of the business, whoever books', async () => {
    await change({ lang: 'de' });
    await book({ lang: 'fr' });
    await world.settle();
    const toOwner = world.mails.find((mail) => mail.to.address === at.business.email);
    expect(toOwner?.subject).toBe('Termin gebucht: Thandi Mokoena, Mittwoch, 25. November 2026, 10:00 – 10:30');
  });

  it('follows the contact first, then the booking, then the business', async () => {
    await change({ lang: 'es' });
    await owner('POST', '/v1/console/clients', { name: 'Zoe', contact: { name: 'Zoe', email: 'zoe@mail.example' } });
    await book({ email: 'zoe@mail.example', lang: 'pt' });
    expect((await mailTo('zoe@mail.example')).subject).toContain('horário reservado');
    const id = await book({ startsAt: '2026-11-26T08:00:00.000Z', lang: 'de' });
    await mailTo(email);
    await book({ startsAt: '2026-11-27T08:00:00.000Z', lang: 'fr' });
    expect((await mailTo(email)).subject).toContain('ist gebucht');
    await owner('POST', `/v1/console/bookings/${id}/cancel`, {});
    expect((await mailTo(email)).subject).toContain('ist abgesagt');
    await book({ startsAt: '2026-11-28T08:00:00.000Z', email: 'nils@mail.example', lang: 'nl' });
    expect((await mailTo('nils@mail.example')).subject).toContain('hora reservada');
  });

  it('reminds, invites and resets in the contact’s language too', async () => {
    await book({ lang: 'de' });
    await mailTo(email);
    world.setNow('2026-11-24T08:00:00.000Z');
    expect((await mailTo(email)).subject).toContain('Visit steht bevor');
    const { items: [client] } = await (await owner('GET', '/v1/console/clients')).json() as { items: { id: string; contacts: { id: string }[] }[] };
    await owner('POST', `/v1/console/clients/${client?.id}/contacts/${client?.contacts[0]?.id}/invite`);
    expect((await mailTo(email)).subject).toBe('Ihr Platz bei River Physio');
  });
});

describe('the owner’s own words', () => {
  beforeEach(() => change({ words: { booking: 'treatment', bookings: 'treatments', provider: 'at', bookAction: 'Reserve' } }));

  it('stand in mails and calendars', async () => {
    await book();
    await world.settle();
    const [toClient, toOwner] = [email, at.business.email].map((address) => world.mails.find((mail) => mail.to.address === address));
    expect(toOwner?.subject).toMatch(/^New treatment: Thandi/);
    expect(toClient?.text).toContain('your treatments with River Physio');
    expect(toClient?.text).toContain('At: Anna');
    expect(toClient?.calendar?.content).toContain('DESCRIPTION:At Anna.');
  });

  it('stand in the private feed', async () => {
    await book();
    const feed = await (await owner('POST', '/v1/console/feed')).json() as { url: string };
    expect(await (await world.fetch(new URL(feed.url).pathname)).text()).toContain('DESCRIPTION:At Anna.');
  });

  it('are not mixed into another language', async () => {
    await book({ lang: 'de' });
    expect((await mailTo(email)).text).not.toMatch(/treatment|Reserve/);
  });
});

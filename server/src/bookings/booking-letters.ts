import type { MailBlock, MailFact } from '../effects/mail-blocks.ts';
import { letterhead, portalLink, type BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { momentRange } from '../domain/moments.ts';
import { moneyLabel } from '../domain/money.ts';
import type { MailContent } from '../notifications/public.ts';
import type { BookingDetails } from './booking-store.ts';

export interface LetterFacts {
  readonly business: BusinessRow;
  readonly details: BookingDetails;
  readonly contactName: string;
  readonly lang: string;
  /** Opens the booking without signing in; only its client's mails carry one. */
  readonly linkToken?: string | undefined;
  /** Sets a password; for somebody new. */
  readonly invitationToken?: string | undefined;
}

type Occasion = 'created' | 'moved' | 'cancelled' | 'reminder';

const titles: Readonly<Record<Occasion, (service: string) => string>> = {
  created: (service) => `${service} is booked`,
  moved: (service) => `${service} has a new time`,
  cancelled: (service) => `${service} is cancelled`,
  reminder: (service) => `${service} is coming up`,
};

/** What its client reads. */
export function clientLetter(deps: Pick<Deps, 'config'>, occasion: Occasion, facts: LetterFacts): { subject: string; content: MailContent } {
  const { business, details, contactName, lang } = facts;
  const when = whenOf(facts, details.booking.timeZone);
  const link = portalLink(deps, business, `#portal/bookings/${details.booking.id}${facts.linkToken ? `/${facts.linkToken}` : ''}`);
  const title = titles[occasion](details.service.name);
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: `Hello ${contactName}, ${openings[occasion]}` },
    { kind: 'facts', facts: factsOf(facts, when.text) },
  ];
  if (occasion === 'cancelled') blocks.push({ kind: 'button', label: 'Book another time', url: portalLink(deps, business, '#portal/bookings') });
  else blocks.push({ kind: 'button', label: 'See, move or cancel', url: link });
  if (facts.invitationToken) {
    blocks.push({ kind: 'paragraph', text: `Next time it is one click: set a password and your bookings with ${business.name} are always in one place.` });
    blocks.push({ kind: 'links', links: [{ label: 'Set a password', url: portalLink(deps, business, `#portal/invitation/${facts.invitationToken}`) }] });
  }
  return {
    subject: `${title}: ${when.date}, ${when.time}`,
    content: { business: letterhead(deps, business), lang, preheader: when.text, title, blocks, why: `You get this because you booked with ${business.name}.` },
  };
}

const openings: Readonly<Record<Occasion, string>> = {
  created: 'see you then.',
  moved: 'this is when we see you now. The entry in your calendar moves by itself if you add the file again.',
  cancelled: 'this time is free again. We hope to see you another day.',
  reminder: 'just so that it does not slip your mind.',
};

/** What the business reads: the same moment, by its own clock. */
export function ownerLetter(deps: Pick<Deps, 'config'>, occasion: Exclude<Occasion, 'reminder'>, facts: LetterFacts): { subject: string; content: MailContent } {
  const { business, details, contactName } = facts;
  const when = whenOf({ ...facts, lang: business.lang }, business.timeZone);
  const happened = { created: 'New booking', moved: 'Moved', cancelled: 'Cancelled' }[occasion];
  const blocks: MailBlock[] = [{ kind: 'facts', facts: [{ label: 'Who', value: contactName }, ...factsOf({ ...facts, lang: business.lang }, when.text)] }];
  if (details.booking.note) blocks.push({ kind: 'quote', text: details.booking.note });
  if (occasion === 'cancelled' && details.booking.cancelReason) blocks.push({ kind: 'quote', text: details.booking.cancelReason });
  blocks.push({ kind: 'button', label: 'Open the calendar', url: `${deps.config.publicUrl}/console/#/calendar/day/${details.booking.localDate}/${details.booking.id}` });
  return {
    subject: `${happened}: ${contactName}, ${when.date}, ${when.time}`,
    content: { business: letterhead(deps, business), lang: business.lang, preheader: when.text, title: `${happened}: ${contactName}`, blocks, why: 'You get this because bookings of your business are mailed to you.' },
  };
}

function whenOf({ details, business, lang }: LetterFacts, timeZone: string) {
  const zone = details.service.placeKind === 'in_person' ? business.timeZone : timeZone;
  return momentRange({ startsAt: details.booking.startsAt, endsAt: details.booking.endsAt, timeZone: zone, locale: lang });
}

function factsOf({ details, business, lang }: LetterFacts, when: string): MailFact[] {
  const { booking, service, provider } = details;
  const facts: MailFact[] = [{ label: 'When', value: when }, { label: 'With', value: provider.name }];
  if (service.placeKind === 'video' && service.place) facts.push({ label: 'Video', value: service.place, url: service.place });
  else if (service.place || business.address) facts.push({ label: 'Where', value: service.place || (business.address ?? '') });
  const price = moneyLabel(booking.priceMinor, booking.currency, lang);
  if (price !== null) facts.push({ label: 'Price', value: price });
  return facts;
}

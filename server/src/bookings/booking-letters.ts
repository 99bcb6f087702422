import type { MailBlock, MailFact } from '../effects/mail-blocks.ts';
import { doorLink, letterhead, portalLink, type BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { voiceIn, type Voice } from '../domain/letters/voice.ts';
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
interface BookingLetter {
  readonly subject: string;
  readonly content: MailContent;
}

const keys = {
  created: { title: 'bookedTitle', text: 'bookedText', happened: 'newBooking' },
  moved: { title: 'movedTitle', text: 'movedText', happened: 'movedBooking' },
  cancelled: { title: 'cancelledTitle', text: 'cancelledText', happened: 'cancelledBooking' },
  reminder: { title: 'reminderTitle', text: 'reminderText', happened: 'newBooking' },
} as const;

/** What its client reads, in the client's own language. */
export function clientLetter(deps: Pick<Deps, 'config'>, occasion: Occasion, facts: LetterFacts): BookingLetter {
  const { business, details, contactName } = facts;
  const voice = voiceIn(facts.lang, business);
  const { lang, say } = voice;
  const when = whenOf(facts, lang, details.booking.timeZone);
  const link = portalLink(deps, business, `#portal/bookings/${details.booking.id}${facts.linkToken ? `/${facts.linkToken}` : ''}`);
  const title = say(keys[occasion].title, { service: details.service.name });
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: say('hello', { name: contactName, sentence: say(keys[occasion].text) }) },
    { kind: 'facts', facts: factsOf(facts, voice, when.text) },
  ];
  if (occasion === 'cancelled') blocks.push({ kind: 'button', label: say('bookAnother'), url: portalLink(deps, business, '#portal/bookings') });
  else blocks.push({ kind: 'button', label: say('openBooking'), url: link });
  if (facts.invitationToken) {
    blocks.push({ kind: 'paragraph', text: say('nextTime', { business: business.name }) });
    blocks.push({ kind: 'links', links: [{ label: say('setPassword'), url: doorLink(deps, business, `#portal/invitation/${facts.invitationToken}`) }] });
  }
  return {
    subject: say('bookingSubject', { title, date: when.date, time: when.time }),
    content: { business: letterhead(deps, business), lang, preheader: when.text, title, blocks, why: say('whyBooked', { business: business.name }) },
  };
}

/** What the business reads, in its language: the same moment, by its own clock. */
export function ownerLetter(deps: Pick<Deps, 'config'>, occasion: Exclude<Occasion, 'reminder'>, facts: LetterFacts): BookingLetter {
  const { business, details, contactName } = facts;
  const voice = voiceIn(business.lang, business);
  const { lang, say } = voice;
  const when = whenOf(facts, lang, business.timeZone);
  const title = say('ownerTitle', { happened: say(keys[occasion].happened), name: contactName });
  const blocks: MailBlock[] = [{ kind: 'facts', facts: [{ label: say('who'), value: contactName }, ...factsOf(facts, voice, when.text)] }];
  if (details.booking.note) blocks.push({ kind: 'quote', text: details.booking.note });
  if (occasion === 'cancelled' && details.booking.cancelReason) blocks.push({ kind: 'quote', text: details.booking.cancelReason });
  blocks.push({ kind: 'button', label: say('openCalendar'), url: `${deps.config.publicUrl}/console/#/calendar/day/${details.booking.localDate}/${details.booking.id}` });
  return {
    subject: [title, when.date, when.time].join(', '),
    content: { business: letterhead(deps, business), lang, preheader: when.text, title, blocks, why: say('whyOwner') },
  };
}

function whenOf({ details, business }: LetterFacts, lang: string, timeZone: string) {
  const zone = details.service.placeKind === 'in_person' ? business.timeZone : timeZone;
  return momentRange({ startsAt: details.booking.startsAt, endsAt: details.booking.endsAt, timeZone: zone, locale: lang });
}

function factsOf({ details, business }: LetterFacts, { say, lang }: Voice, when: string): MailFact[] {
  const { booking, service, provider } = details;
  const facts: MailFact[] = [{ label: say('when'), value: when }, { label: say('with'), value: provider.name }];
  if (service.placeKind === 'video' && service.place) facts.push({ label: say('video'), value: service.place, url: service.place });
  else if (service.place || business.address) facts.push({ label: say('where'), value: service.place || (business.address ?? '') });
  const price = moneyLabel(booking.priceMinor, booking.currency, lang);
  if (price !== null) facts.push({ label: say('price'), value: price });
  return facts;
}

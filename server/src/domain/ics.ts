/** Writes RFC 5545 calendars: invitations, cancellations and feeds. All times are UTC instants in milliseconds. */

export interface IcsPerson {
  readonly name: string;
  readonly address: string;
}

export interface IcsEvent {
  /** Stays the same for the life of the booking, so calendars update the entry they have. */
  readonly uid: string;
  /** Grows with every change of the booking. */
  readonly sequence: number;
  /** When this version was written. */
  readonly stampedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly status: 'CONFIRMED' | 'CANCELLED' | 'TENTATIVE';
  readonly organizer?: IcsPerson;
  readonly attendees?: readonly IcsPerson[];
  readonly alarmsMinutesBefore?: readonly number[];
}

export interface IcsCalendar {
  /** Present in mail; absent in a feed. */
  readonly method?: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly prodId: string;
  /** The name a subscribed calendar gets. */
  readonly name?: string;
  /** How often a subscriber should look again. */
  readonly refreshMinutes?: number;
  readonly events: readonly IcsEvent[];
}

export function icsCalendar({ method, prodId, name, refreshMinutes, events }: IcsCalendar): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${icsText(prodId)}`,
    'CALSCALE:GREGORIAN',
    ...(method ? [`METHOD:${method}`] : []),
    ...(name ? [`NAME:${icsText(name)}`, `X-WR-CALNAME:${icsText(name)}`] : []),
    ...(refreshMinutes
      ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${whole(refreshMinutes)}M`, `X-PUBLISHED-TTL:PT${whole(refreshMinutes)}M`]
      : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ].map(foldedLine).join('');
}

function eventLines(event: IcsEvent): string[] {
  const optional = (property: string, text: string | undefined) => (text ? [`${property}:${icsText(text)}`] : []);
  const alarms = event.status === 'CONFIRMED' ? (event.alarmsMinutesBefore ?? []) : [];
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(event.uid)}`,
    `SEQUENCE:${whole(event.sequence)}`,
    `DTSTAMP:${icsInstant(event.stampedAt)}`,
    `DTSTART:${icsInstant(event.startsAt)}`,
    `DTEND:${icsInstant(event.endsAt)}`,
    `SUMMARY:${icsText(event.summary)}`,
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    ...(event.url ? [`URL:${icsUri(event.url)}`] : []),
    `STATUS:${event.status}`,
    `TRANSP:${event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.organizer ? [`ORGANIZER;CN=${icsParameter(event.organizer.name)}:${mailto(event.organizer)}`] : []),
    ...(event.attendees ?? []).map(attendeeLine),
    ...alarms.flatMap((minutes) => alarmLines(minutes, event.summary)),
    'END:VEVENT',
  ];
}

/** Who books has agreed already: asking again would send answers nobody reads to the business. */
function attendeeLine(person: IcsPerson): string {
  const name = icsParameter(person.name);
  return `ATTENDEE;CN=${name};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(person)}`;
}

function alarmLines(minutes: number, summary: string): string[] {
  return [
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${icsText(summary)}`, `TRIGGER:-PT${whole(minutes)}M`, 'END:VALARM',
  ];
}

/** `20261127T123000Z`. */
export function icsInstant(instant: number): string {
  const text = new Date(Math.floor(instant / 1000) * 1000).toISOString();
  if (text.length !== 24) throw new RangeError(`A calendar cannot hold the time ${text}; use a year from 0 to 9999.`);
  return text.replace(/[-:]|\.000/g, '');
}

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** RFC 5545 3.3.11. */
export function icsText(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(controls, (character) => (character === '\t' ? ' ' : ''));
}

/** RFC 5545 3.2: quoted, and a quotation mark cannot be escaped, so it becomes an apostrophe. */
export function icsParameter(text: string): string {
  return `"${text.replaceAll('"', "'").replace(controls, ' ').trim()}"`;
}

function mailto({ address }: IcsPerson): string {
  return `mailto:${icsUri(address)}`;
}

function icsUri(text: string): string {
  return text.replace(controls, '').replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
}

function whole(amount: number): string {
  if (Number.isSafeInteger(amount) && amount >= 0) return String(amount);
  throw new RangeError(`A calendar needs a whole number, not ${amount}.`);
}

const encoder = new TextEncoder();

/** RFC 5545 3.1: at most 75 octets a line, the space of a continuation included, and no character cut in two. */
function foldedLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line.toWellFormed()) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

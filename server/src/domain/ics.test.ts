import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { icsCalendar, type IcsEvent } from './ics.ts';

const at = (text: string) => Date.parse(text);
const prodId = '-//Portico//Bookings//EN';

const visit: IcsEvent = {
  uid: 'booking-1@portico.example', sequence: 2, status: 'CONFIRMED', summary: 'Initial consultation',
  stampedAt: at('2026-11-21T08:00:00Z'), startsAt: at('2026-11-27T12:30:00Z'), endsAt: at('2026-11-27T13:15:00Z'),
};

const written = (event: Partial<IcsEvent>) =>
  icsCalendar({ method: 'REQUEST', prodId, events: [{ ...visit, ...event }] });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

function readBack(text: string): VEvent {
  const found = Object.values(ical.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
  return found as VEvent;
}

const nasty = fc.constantFrom(...'\r\n";:,\\^ é😀\0\ta', '\ud800');
/** Text a person could send us past every check: any code point, lone surrogates, controls. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
  fc.string({ unit: nasty, maxLength: 200, size: 'max' }),
);
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** Text as the contract lets it in: no controls, no space at the ends. */
const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => text === text.trim() && text.isWellFormed() && !control.test(text));
const instant = fc.integer({ min: 0, max: at('2199-12-31T00:00:00Z') / 1000 }).map((seconds) => seconds * 1000);

describe('icsCalendar', () => {
  it('writes a whole invitation', () => {
    expect(icsCalendar({
      method: 'REQUEST', prodId,
      events: [{
        ...visit, location: '4 River Road, Paarl', url: 'https://a.example/p/river?b=1',
        organizer: { name: 'River; Physio', address: 'hello@river.example' },
        attendees: [{ name: 'Thandi "T" M', address: 'thandi@example.com' }], alarmsMinutesBefore: [60],
      }],
    })).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Portico//Bookings//EN', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST',
      'BEGIN:VEVENT', 'UID:booking-1@portico.example', 'SEQUENCE:2', 'DTSTAMP:20261121T080000Z',
      'DTSTART:20261127T123000Z', 'DTEND:20261127T131500Z', 'SUMMARY:Initial consultation',
      'LOCATION:4 River Road\\, Paarl', 'URL:https://a.example/p/river?b=1', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE',
      'ORGANIZER;CN="River; Physio":mailto:hello@river.example',
      "ATTENDEE;CN=\"Thandi 'T' M\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=",
      ' ACCEPTED;RSVP=FALSE:mailto:thandi@example.com',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Initial consultation', 'TRIGGER:-PT60M', 'END:VALARM',
      'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  it('names a feed and says how often to look, and gives it no method', () => {
    const feed = icsCalendar({ prodId, name: 'River Physio, Anna', refreshMinutes: 30, events: [] });
    expect(feed).toContain('X-WR-CALNAME:River Physio\\, Anna\r\nREFRESH-INTERVAL;VALUE=DURATION:PT30M\r\n');
    expect(feed).not.toContain('METHOD');
  });

  it('does not ring for a cancelled booking and gives its time back', () => {
    const text = written({ status: 'CANCELLED', alarmsMinutesBefore: [60] });
    expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT');
    expect(text).not.toContain('VALARM');
  });

  it('refuses what a calendar cannot hold', () => {
    expect(() => written({ startsAt: at('+275760-09-13T00:00:00Z') })).toThrow('year');
    expect(() => written({ sequence: 1.5 })).toThrow('whole number');
    expect(() => written({ alarmsMinutesBefore: [-5] })).toThrow('whole number');
  });

  it('keeps quotation marks around a whole text, as RFC 5545 has it: only parameters are quoted', () => {
    expect(unfolded(written({ summary: '"River"' }))).toContain('SUMMARY:"River"');
  });

  it('reads back as it was meant', () => {
    // The reader takes quotation marks off that are around a whole text.
    const read = typed.filter((text) => !/^".*"$/s.test(text));
    fc.assert(fc.property(read, read, instant, fc.integer({ min: 1, max: 1440 }), fc.nat(999), fc.uuid(),
      (summary, location, startsAt, minutes, sequence, uid) => {
        const endsAt = startsAt + minutes * 60_000;
        const event = readBack(written({ summary, location, startsAt, endsAt, sequence, uid }));
        expect([event.start.getTime(), event.end?.getTime()]).toEqual([startsAt, endsAt]);
        expect([event.summary, event.location, event.uid]).toEqual([summary, location, uid]);
        expect(Number(event.sequence)).toBe(sequence);
      }));
  });

  it('keeps the lines of a description apart', () => {
    expect(readBack(written({ description: 'Bring shoes.\r\nPark; behind, the house \\o/' })).description)
      .toBe('Bring shoes.\nPark; behind, the house \\o/');
  });

  it('never writes a line over 75 octets nor cuts a character in two', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    fc.assert(fc.property(anything, anything, (summary, name) => {
      const bytes = Buffer.from(written({ summary, attendees: [{ name, address: 'a@example.com' }] }));
      for (const line of bytes.toString('latin1').split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(75);
        decoder.decode(Buffer.from(line, 'latin1'));
      }
    }), { endOnFailure: true });
  });

  it('folds exactly at 75 octets', () => {
    const lines = written({ summary: 'é'.repeat(60) }).split('\r\n');
    const first = lines.findIndex((line) => line.startsWith('SUMMARY'));
    expect(lines.slice(first, first + 2).map((line) => Buffer.byteLength(line))).toEqual([74, 55]);
    expect(written({ summary: 'a'.repeat(67) })).toContain(`SUMMARY:${'a'.repeat(67)}\r\nSTATUS`);
    const third = `SUMMARY:${'a'.repeat(67)}\r\n ${'a'.repeat(74)}\r\n a\r\nSTATUS`;
    expect(written({ summary: 'a'.repeat(142) })).toContain(third);
    expect(written({ summary: 'a'.repeat(68) })).toContain(`SUMMARY:${'a'.repeat(67)}\r\n a\r\nSTATUS`);
  });

  it('lets nothing that was typed add a line or a parameter', () => {
    const plain = unfolded(written({
      description: 'x', location: 'x', url: 'https://a.example',
      organizer: { name: 'x', address: 'x' }, attendees: [{ name: 'x', address: 'x' }],
    })).map((line) => line.split(/[:;]/)[0]);
    fc.assert(fc.property(anything, (text) => {
      const hostile = { name: text, address: text };
      const lines = unfolded(icsCalendar({
        method: 'REQUEST', prodId,
        events: [{
          ...visit, uid: text, summary: text, description: `.${text}`, location: `.${text}`, url: `.${text}`,
          organizer: hostile, attendees: [hostile],
        }],
      }));
      expect(lines.map((line) => line.split(/[:;]/)[0])).toEqual(plain);
      expect(lines.join('')).not.toMatch(control);
      const organizer = lines.find((line) => line.startsWith('ORGANIZER')) ?? '';
      expect(organizer).toMatch(/^ORGANIZER;CN="[^"]*":mailto:[^"\s]*$/);
    }), { endOnFailure: true });
  });
});

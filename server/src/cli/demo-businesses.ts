import type { PlanInterval } from '@portico/contract/invoices/plans.ts';
import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { AddServiceInput } from '@portico/contract/bookings/services.ts';
import type { ChangeBillingInput } from '@portico/contract/invoices/invoice.ts';
import type { AddPackageProductInput } from '@portico/contract/invoices/packages.ts';
import type { AddTaxInput, ChangeInvoiceSettingsInput } from '@portico/contract/invoices/settings.ts';
import type { NewBusiness } from '../business/add-business.ts';
import type { DemoPaper } from './seed-documents.ts';

/** What a business sells ahead; and when the first client bought one and came. */
export interface DemoPackage {
  readonly offer: Pick<AddPackageProductInput, 'name' | 'description' | 'sessions' | 'priceMinor' | 'validDays'>;
  /** The names of the services that it pays for. */
  readonly pays: readonly string[];
  readonly sold?: { readonly daysAgo: number; readonly visitsDaysAgo: readonly number[] };
}

/** A plan on offer; `since`: the first client has had it for so many days, and the latest invoice is still to be paid. */
export interface DemoPlan {
  readonly name: string;
  readonly description: string;
  readonly priceMinor: number;
  readonly interval: PlanInterval;
  readonly every: number;
  readonly dueDays: number;
  readonly since?: number;
}

export interface DemoBusiness {
  readonly business: Omit<NewBusiness, 'origins' | 'portalUrl'>;
  readonly portalPath: string;
  readonly owner: { readonly name: string; readonly email: string };
  readonly providers: readonly { readonly name: string; readonly colour: string; readonly hours: readonly WeeklyHours[] }[];
  readonly services: readonly (AddServiceInput & { readonly by: readonly string[] })[];
  readonly packages: readonly DemoPackage[];
  readonly invoicing: { readonly tax: AddTaxInput; readonly settings: ChangeInvoiceSettingsInput; readonly firstBilling: ChangeBillingInput };
  readonly plans: readonly DemoPlan[];
  /** Shared with the first client. */
  readonly papers: readonly DemoPaper[];
  readonly people: readonly { readonly name: string; readonly email: string; readonly phone: string }[];
}

const hours = (weekdays: readonly number[], ...ranges: readonly (readonly [number, number])[]): WeeklyHours[] =>
  weekdays.flatMap((weekday) => ranges.map(([start, end]) => ({ weekday, startMinute: start * 60, endMinute: end * 60 })));

const usual = {
  description: '', placeKind: 'in_person' as const, place: '', bufferBeforeMinutes: 0, bufferAfterMinutes: 0, intervalMinutes: 30,
  minNoticeMinutes: 120, maxDaysAhead: 60, maxPerDay: null, cancelCutoffMinutes: 1440, reminderMinutes: [1440, 60],
};

const people = (domain: string, phone: string, names: readonly string[]): DemoBusiness['people'] =>
  names.map((name, index) => ({ name, email: `${name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`, phone: `${phone}${String(index).padStart(2, '0')}` }));

/** What the demo's pages say must be true here: names, prices, hours. */
export const demoBusinesses: readonly DemoBusiness[] = [
  {
    business: { key: 'river-physio', name: 'River Physiotherapy', email: 'hello@river-physio.example', phone: '+27 21 000 0148', address: 'The Mill House, 3 Weir Lane\nObservatory, Cape Town 7925', timeZone: 'Africa/Johannesburg', currency: 'ZAR', lang: 'en-ZA', accent: '#1f5c57' },
    portalPath: '/portal.html',
    owner: { name: 'Anna van Wyk', email: 'anna@river-physio.example' },
    providers: [
      { name: 'Anna van Wyk', colour: '#2f6f62', hours: hours([1, 2, 3, 4, 5], [7, 12.5], [13.5, 18]) },
      { name: 'Sipho Dlamini', colour: '#8a4b2a', hours: [...hours([2, 3, 4, 5], [7, 12.5], [13.5, 18]), ...hours([6], [8, 12.5])] },
    ],
    services: [
      { ...usual, name: 'Initial consultation', description: 'We listen, test and plan.', durationMinutes: 45, priceMinor: 65_000, bufferAfterMinutes: 15, by: ['Anna van Wyk', 'Sipho Dlamini'] },
      { ...usual, name: 'Follow-up visit', durationMinutes: 30, priceMinor: 48_000, by: ['Anna van Wyk', 'Sipho Dlamini'] },
      { ...usual, name: 'Running assessment', description: 'On the treadmill and on the path by the river.', durationMinutes: 60, priceMinor: 89_000, bufferAfterMinutes: 15, maxPerDay: 3, by: ['Sipho Dlamini'] },
      { ...usual, name: 'Video check-in', durationMinutes: 20, priceMinor: 32_000, placeKind: 'video', place: 'https://video.river-physio.example/room', by: ['Anna van Wyk'] },
    ],
    packages: [
      { offer: { name: 'Ten follow-up visits', description: 'Come when it suits you; the tenth is on us.', sessions: 10, priceMinor: 432_000, validDays: 365 }, pays: ['Follow-up visit'], sold: { daysAgo: 98, visitsDaysAgo: [91, 77, 63, 49, 35, 21, 10] } },
      { offer: { name: 'Five video check-ins', description: '', sessions: 5, priceMinor: 144_000, validDays: 180 }, pays: ['Video check-in'] },
    ],
    invoicing: {
      tax: { name: 'VAT', ratePpm: 150_000, category: 'standard', isDefault: true },
      settings: {
        legalName: 'River Physiotherapy CC', country: 'ZA', taxNumber: '4020 148 148', pricesIncludeTax: true, paymentDays: 14,
        bankDetails: 'River Physiotherapy\nWeir Bank, branch 000 148\nAccount 0148 2200 71', footer: 'Thank you. Walk home along the river.',
      },
      firstBilling: { address: '14 Willow Street\nObservatory\nCape Town 7925', country: 'ZA' },
    },
    plans: [
      { name: 'Monthly care', description: 'A check-in every month, and your exercises kept up to date.', priceMinor: 42_000, interval: 'month', every: 1, dueDays: 7, since: 33 },
      { name: 'Pilates by the river', description: 'Small groups, Tuesday and Friday mornings.', priceMinor: 56_000, interval: 'week', every: 2, dueDays: 0 },
    ],
    papers: [
      { daysAgo: 62, name: 'Treatment agreement.pdf', category: 'contracts', note: 'As you signed it at your first visit', title: 'Treatment agreement', paragraphs: ['Between River Physiotherapy, Observatory, and Thandi Mokoena.', 'Sessions are in person or by video. A session that is moved or cancelled up to a day before costs nothing; later than that we charge half of it.', 'What you tell us stays with us. We keep records of your treatment for six years, as the law asks.'] },
      { daysAgo: 12, name: 'Knee, findings and home programme.pdf', category: 'reports', note: 'New exercises for weeks three and four', title: 'Left knee: findings and home programme', paragraphs: ['The left knee bends to 125 degrees without pain, fifteen more than four weeks ago. Stairs are easier; kneeling is still unpleasant.', 'Weeks three and four, once a day: wall sits, three times thirty seconds; step-downs from the lowest stair, two times ten; the bridge with one foot on a towel, two times eight.', 'Walk by the river on four days of the week, half an hour. Stop if it swells, and tell us.'] },
      { daysAgo: 1, name: 'Back to running, ten weeks.pdf', category: 'deliverables', note: 'First draft', title: 'Back to running, in ten weeks', paragraphs: ['Weeks one and two: walk thirty minutes, jog one minute in every five. Three times a week, never on two days in a row.', 'Weeks three to six: jog two minutes, then three, in every five. The home programme goes on beside it.', 'Weeks seven to ten: twenty minutes without a break, then five more each week. On Saturdays by the river, if you like, with Sipho.'], approval: { message: 'Does this fit your week? Say yes, or tell us which days are bad.', inDays: 4 } },
    ],
    people: people('mail.example', '+27 82 555 01', ['Thandi Mokoena', 'Pieter Botha', 'Aisha Patel', 'Lerato Khumalo', 'Johan Steyn', 'Zanele Ndlovu', 'Michael Adams', 'Fatima Davids', 'Bongani Sithole', 'Claire Jacobs', 'Nomvula Dube', 'Riaan du Toit', 'Priya Naidoo', 'Themba Zulu']),
  },
  {
    business: { key: 'nachtwerk', name: 'Nachtwerk', email: 'hallo@nachtwerk.example', phone: '+49 30 23125 047', address: 'Laternenweg 11, zweiter Hof\n12047 Berlin', timeZone: 'Europe/Berlin', currency: 'EUR', lang: 'en-GB', accent: '#b98300' },
    portalPath: '/nachtwerk/portal.html',
    owner: { name: 'Mara Lenz', email: 'mara@nachtwerk.example' },
    providers: [
      { name: 'Yusuf Kaya', colour: '#3d5a98', hours: hours([2, 3, 4, 5, 6], [12, 22]) },
      { name: 'Mara Lenz', colour: '#7a3e6d', hours: hours([2, 3, 4, 5, 6], [12, 22]) },
    ],
    services: [
      { ...usual, name: 'Haircut', durationMinutes: 45, priceMinor: 4200, intervalMinutes: 15, cancelCutoffMinutes: 720, by: ['Yusuf Kaya'] },
      { ...usual, name: 'Haircut and beard', durationMinutes: 60, priceMinor: 6200, intervalMinutes: 15, cancelCutoffMinutes: 720, by: ['Yusuf Kaya'] },
      { ...usual, name: 'Beard, with hot towels', durationMinutes: 30, priceMinor: 2600, intervalMinutes: 15, cancelCutoffMinutes: 720, by: ['Yusuf Kaya'] },
      { ...usual, name: 'Portrait', description: 'One roll, one light, you.', durationMinutes: 60, priceMinor: 16_000, bufferBeforeMinutes: 15, bufferAfterMinutes: 30, cancelCutoffMinutes: 720, by: ['Mara Lenz'] },
      { ...usual, name: 'Application photo', durationMinutes: 30, priceMinor: 7500, bufferAfterMinutes: 15, cancelCutoffMinutes: 720, by: ['Mara Lenz'] },
    ],
    packages: [
      { offer: { name: 'Five haircuts', description: 'One every few weeks, and a little cheaper.', sessions: 5, priceMinor: 18_900, validDays: 365 }, pays: ['Haircut'], sold: { daysAgo: 98, visitsDaysAgo: [84, 45] } },
    ],
    invoicing: {
      tax: { name: 'USt.', ratePpm: 190_000, category: 'standard', isDefault: true },
      settings: {
        legalName: 'Nachtwerk Kaya & Lenz GbR', country: 'DE', taxNumber: 'DE 000 047 047', pricesIncludeTax: true, paymentDays: 10,
        bankDetails: 'Nachtwerk\nIBAN DE02 1203 0000 0000 2020 51\nBIC BYLADEM1001', footer: 'Bis bald, im Dunkeln.',
      },
      firstBilling: { address: 'Weserstraße 200\n12047 Berlin', country: 'DE' },
    },
    plans: [{ name: 'Every month, same chair', description: 'One cut a month, at a time that is kept for you.', priceMinor: 3900, interval: 'month', every: 1, dueDays: 5, since: 32 }],
    papers: [{ daysAgo: 20, name: 'Portrait, contact sheet.pdf', category: 'deliverables', note: 'Tell us which three you want printed', title: 'Contact sheet, roll 47', frames: 12, paragraphs: ['Twelve frames, one light. Numbers three, seven and eight are the ones we would print.', 'Prints on baryta, 24 by 30 centimetres, take a week.'], approval: { message: 'Shall we print three, seven and eight? Or tell us which you like better.', inDays: 6 }, comment: { text: 'Our favourite: the light just touches the shoulder.', pin: { page: 1, x: 0.77, y: 0.3 } } }],
    people: people('post.example', '+49 151 55501', ['Jonas Weber', 'Elif Demir', 'Lukas Brandt', 'Sophie Krüger', 'Noah Fischer', 'Amélie Laurent', 'Tarek Haddad', 'Greta Vogel', 'Ben Schulz', 'Mila Petrović', 'Oskar Lindholm', 'Hanna Yilmaz']),
  },
];

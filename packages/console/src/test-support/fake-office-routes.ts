import type { Client, TimelineEntry } from '@portico/contract/clients.ts';
import type { FakeRoutes, FakeState } from './fake-routes.ts';
import { FakeRefusal } from './fake-routes.ts';
import { addClient } from './fake-booking-routes.ts';
import { fakeId, fakeNow } from './fake-business.ts';

/** Business, services, clients, mail: all that is not signing in and not the calendar. */
export function officeRoutes(state: FakeState): FakeRoutes {
  const { data } = state;
  const clientOf = (id: string | undefined): Client => {
    const client = data.clients.find((each) => each.id === id);
    if (!client) throw new FakeRefusal(404, 'not_found', 'This client does not exist.');
    return client;
  };
  let merged: Client | undefined;
  const add = <Item extends { id: string }>(list: Item[], kind: string, item: object): Item => {
    const added = { id: fakeId(kind, list.length + 20), archived: false, position: list.length, ...item } as unknown as Item;
    list.push(added);
    return added;
  };
  return {
    'GET business': () => data.business,
    'PATCH business': ({ body }) => {
      const origins = (body['allowedOrigins'] ?? []) as string[];
      const wrong = origins.findIndex((origin) => !/^https?:\/\/[^/]+$/.test(origin));
      if (wrong >= 0) throw new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: `allowedOrigins.${wrong}`, message: 'Use only the start of the address, for example https://www.example.com.' }] });
      return Object.assign(data.business, body);
    },
    'POST page-checks': ({ body }) => {
      const { origin, href } = new URL(`https://${String(body['address']).replace(/^https:\/\//, '')}`);
      const isKnown = data.business.allowedOrigins.includes(origin);
      return { address: href, tags: [], findings: [...(isKnown ? [] : [{ code: 'origin_not_registered', weight: 'problem', facts: { origin } }]), { code: 'script_missing', weight: 'problem', facts: {} }] };
    },
    'GET services': () => ({ items: data.services }),
    'POST services': ({ body }) => {
      if (!body['name']) throw new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'name', message: 'Fill this in.' }] });
      return add(data.services, 'service', body);
    },
    'PATCH services/*': ({ params: [id], body }) => Object.assign(data.services.find((each) => each.id === id)!, body),
    'GET providers': () => ({ items: data.providers }),
    'POST providers': ({ body }) => add(data.providers, 'provider', { colour: '#2f5bea', staffId: null, maxPerDay: null, weeklyHours: [], overrides: [], ...body }),
    'PATCH providers/*': ({ params: [id], body }) => Object.assign(data.providers.find((each) => each.id === id)!, body),
    'GET closures': () => ({ items: data.closures }),
    'POST closures': ({ body }) => add(data.closures, 'closure', body),
    'DELETE closures/*': ({ params: [id] }) => { data.closures = data.closures.filter((each) => each.id !== id); return {}; },
    'GET clients': ({ query }) => {
      const search = (query.get('search') ?? '').toLowerCase();
      const found = data.clients.filter(({ name, contacts, archived }) => archived === (query.get('archived') === 'true')
        && `${name} ${contacts.map(({ email, phone }) => `${email} ${phone}`).join(' ')}`.toLowerCase().includes(search)).sort((a, b) => a.name.localeCompare(b.name));
      const from = Number(query.get('cursor') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return { items: found.slice(from, from + limit), nextCursor: from + limit < found.length ? String(from + limit) : null };
    },
    'POST clients/import/preview': ({ body }) => previewOf(String(body['csv']), data.clients),
    'POST clients/import': ({ body }) => {
      const { rows } = previewOf(String(body['csv']), data.clients);
      const fresh = rows.filter(({ outcome }) => outcome === 'new');
      for (const { name, email } of fresh) addClient(state, { name, ...(email && { email }) });
      return { imported: fresh.length, skipped: rows.length - fresh.length, invited: body['invite'] ? fresh.length : 0 };
    },
    'POST clients': ({ body }) => {
      const contact = body['contact'] as { email?: string; phone?: string } | undefined;
      const client = addClient(state, { name: String(body['name']), ...contact });
      return Object.assign(client, { kind: body['kind'] });
    },
    'GET clients/*': ({ params: [id] }) => clientOf(id),
    'PATCH clients/*': ({ params: [id], body }) => Object.assign(clientOf(id), body),
    'GET clients/*/merge': ({ params: [id], query }) => {
      const [stays, goes] = [clientOf(id), clientOf(query.get('from') ?? '')];
      const theirs = data.bookings.filter(({ clientId }) => clientId === goes.id);
      return { stays, goes, bookings: theirs.length, upcoming: theirs.filter(({ startsAt, status }) => status === 'confirmed' && startsAt > fakeNow).length, note: [stays.note, goes.note].filter(Boolean).join('\n\n') };
    },
    'POST clients/*/merge': ({ params: [id], body }) => {
      const [stays, goes] = [clientOf(id), clientOf(String(body['from']))];
      data.clients = data.clients.filter((one) => one !== goes);
      merged = goes;
      return Object.assign(stays, { contacts: [...stays.contacts, ...goes.contacts] });
    },
    'POST clients/*/merge/undo': ({ params: [id], body }) => {
      const back = merged;
      if (!back || back.id !== body['from']) throw new FakeRefusal(409, 'conflict', 'These two accounts are not merged.');
      const stays = clientOf(id);
      Object.assign(stays, { contacts: stays.contacts.filter((one) => !back.contacts.includes(one)) });
      data.clients.push(back);
      return back;
    },
    'GET clients/*/erase': ({ params: [id] }) => {
      const theirs = data.bookings.filter(({ clientId, status }) => clientId === clientOf(id).id && status === 'confirmed');
      const upcoming = theirs.filter(({ startsAt }) => startsAt > fakeNow).length;
      return { contacts: clientOf(id).contacts.length, documents: 2, upcoming, pastBookings: theirs.length - upcoming, invoices: 3, unsettled: state.options.unsettled ?? [] };
    },
    'POST clients/*/erase': ({ params: [id], body }) => {
      if (!state.isFresh) throw new FakeRefusal(403, 'fresh_proof_required', 'Confirm that it is you first.');
      const client = clientOf(id);
      if (body['name'] !== client.name) throw new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'name', message: 'Type the name exactly as it is written above.' }] });
      data.clients = data.clients.filter((one) => one !== client);
      return {};
    },
    'GET clients/*/timeline': ({ params: [id] }) => ({ items: timelineOf(clientOf(id)), nextCursor: null }),
    'GET clients/*/bookings': ({ params: [id] }) => ({ items: data.bookings.filter(({ clientId }) => clientId === id).sort((a, b) => b.startsAt.localeCompare(a.startsAt)), nextCursor: null }),
    'POST clients/*/contacts': ({ params: [id], body }) => {
      const client = clientOf(id);
      client.contacts.push({ id: fakeId('contact', client.contacts.length + 90), name: String(body['name']), email: (body['email'] as string | undefined) ?? null, phone: null, access: 'none', lastSeenAt: null });
      return client;
    },
    'PATCH clients/*/contacts/*': ({ params: [id, contactId], body }) => { Object.assign(clientOf(id).contacts.find((each) => each.id === contactId)!, body); return clientOf(id); },
    'POST clients/*/contacts/*/invite': ({ params: [id, contactId] }) => { Object.assign(clientOf(id).contacts.find((each) => each.id === contactId)!, { access: 'invited' }); return clientOf(id); },
    'GET outbox': () => ({ waiting: data.jobs.filter((job) => job.state === 'waiting').length, dead: data.jobs.filter((job) => job.state === 'dead').length, oldestWaitingAt: '2026-11-24T08:41:00Z', mailVia: 'mailbox' }),
    'GET mails': ({ query }) => ({ items: data.mails.filter(({ state: is }) => !query.get('state') || is === query.get('state')), nextCursor: null }),
    'GET jobs': ({ query }) => ({ items: data.jobs.filter(({ state: is }) => !query.get('state') || is === query.get('state')), nextCursor: null }),
    'POST jobs/*/retry': ({ params: [id] }) => Object.assign(data.jobs.find((each) => each.id === id)!, { state: 'waiting', attempts: 0 }),
    'GET audit': () => ({ items: data.audit, nextCursor: null }),
    'GET feed': () => ({ active: false, url: null, createdAt: null, lastReadAt: null }),
    'POST feed': () => ({ active: true, url: 'https://portico.example/v1/feeds/4f9c2b7ae1d04c3f.ics', createdAt: fakeNow, lastReadAt: null }),
    'POST feed/revoke': () => ({ active: false, url: null, createdAt: null, lastReadAt: null }),
  };
}

function timelineOf({ name, contacts }: Client): readonly TimelineEntry[] {
  const entry = (number: number, at: string, actor: string, text: string): TimelineEntry => ({ id: fakeId('event', number), type: 'booking.created', at, actor, text, subjectType: 'booking', subjectId: null });
  return [
    entry(1, '2026-11-20T17:12:00Z', contacts[0]?.name ?? name, 'Booked Follow-up for Tuesday 24 November, 08:00'), entry(2, '2026-11-18T08:45:00Z', 'Anna Meyer', 'Marked the visit of 18 November as done'),
    entry(3, '2026-11-11T08:00:00Z', 'Portico', 'Reminder mailed'), entry(4, '2026-03-02T09:00:00Z', 'Anna Meyer', `Added ${name}`),
  ];
}

function previewOf(csv: string, clients: readonly Client[]) {
  const [header = '', ...lines] = csv.trim().split('\n');
  const known = new Map(clients.flatMap(({ name, contacts }) => contacts.map(({ email }) => [email, name])));
  const seen = new Map<string, number>();
  const rows = lines.map((text, index) => {
    const [name = '', email = '', phone = ''] = text.split(',').map((cell) => cell.trim());
    const line = index + 2;
    const before = seen.get(email);
    const row = (outcome: string, reason: string | null) => ({ line, name, email: email || null, phone: phone || null, outcome, reason });
    if (email) seen.set(email, line);
    if (!name) return row('invalid', 'No name.');
    if (email && !email.includes('@')) return row('invalid', `“${email}” is not an e-mail address.`);
    if (before && email) return row('duplicate_in_file', `The same address as in line ${before}.`);
    return known.has(email) ? row('already_a_client', `Already a client: ${known.get(email)}.`) : row('new', null);
  });
  const count = (...outcomes: string[]): number => rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return { columns: header.split(',').map((cell) => cell.trim()), mapping: { name: 'Name', email: 'Email', phone: 'Phone' }, newCount: count('new'), duplicateCount: count('duplicate_in_file', 'already_a_client'), invalidCount: count('invalid'), rows };
}

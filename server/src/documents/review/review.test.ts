import type { DocumentStart, DocumentSummary } from '@portico/contract/documents/document.ts';
import type { Discussion, ReviewPage } from '@portico/contract/documents/review.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addClientWithContact } from '../../clients/public.ts';
import { signIn } from '../../test-support/page-client.ts';
import { staffCaller, testBusiness, type Caller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';
import { findVersion, updateDocument, updateVersion } from '../document-store.ts';
import { commentsOf, findComment, insertComment } from './comment-store.ts';
import { updateClientKey } from '../key-store.ts';
import { listReviews } from './read-discussion.ts';
import { fromPlace, toPlace } from './review-rules.ts';
import { reviewsOf } from './review-store.ts';

let world: TestWorld;
let office: DocumentOffice;
let client: Caller;
let offices = 0;
beforeAll(async () => { world = await testWorld(); });
beforeEach(async () => {
  offices += 1;
  world.setNow('2026-11-23T06:00:00Z');
  office = await documentOffice(world, { name: `Reviews ${offices}`, origin: `https://reviews${offices}.example` });
  client = office.page.call;
});
afterAll(() => world.close());

/** What is made in one millisecond has no order. */
const tick = (): void => world.setNow(new Date(world.deps.now() + 1000).toISOString());
const post = async (who: Caller, id: string, what: string, body: Readonly<Record<string, unknown>> = {}, status = 200): Promise<Discussion> => {
  tick();
  const answer = await who('POST', `${who === office.owner ? '/v1/console' : '/v1'}/documents/${id}/${what}`, body);
  expect(answer.status, `${what} ${await answer.clone().text()}`).toBe(status);
  return await answer.json() as Discussion;
};
const refused = async (who: Caller, id: string, what: string, body: Readonly<Record<string, unknown>> = {}): Promise<{ status: number; reason?: string }> => {
  const answer = await who('POST', `${who === office.owner ? '/v1/console' : '/v1'}/documents/${id}/${what}`, body);
  const { reason } = await answer.json() as { reason?: string };
  return { status: answer.status, ...(reason && { reason }) };
};
const discussion = async (who: Caller, id: string): Promise<Discussion> => await (await who('GET', `${who === office.owner ? '/v1/console' : '/v1'}/documents/${id}/discussion`)).json() as Discussion;
const draft = async (name = 'logo.txt'): Promise<string> => {
  tick();
  return (await office.upload(office.owner, Buffer.from('one'), { name })).id;
};
const newVersion = async (who: Caller, documentId: string, content = 'two'): Promise<void> => {
  tick();
  await office.upload(who, Buffer.from(content), { documentId, note: 'bigger' });
};
const start = async (who: Caller = client): Promise<DocumentStart> => await (await who('GET', '/v1/documents/start')).json() as DocumentStart;
const summary = async (id: string): Promise<DocumentSummary | undefined> => (await start()).recent.items.find((item) => item.id === id);
const listed = async (query = ''): Promise<ReviewPage> => await (await office.owner('GET', `/v1/console/document-reviews${query}`)).json() as ReviewPage;
const colleague = async (level?: string, documentId?: string): Promise<Caller> => {
  const email = `colleague${(offices += 1)}@mail.example`;
  await office.owner('POST', `/v1/console/clients/${office.clientId}/contacts`, { name: 'Colleague', email });
  const { contactId } = (await office.read(documentId ?? await draft())).people.find(({ name }) => name === 'Colleague')!;
  if (level && documentId) await office.owner('PATCH', `/v1/console/documents/${documentId}/rights`, { contacts: [{ contactId, right: { level, download: true } }] });
  return (await signIn(world, office.at, email)).call;
};

describe('asking for an approval', () => {
  it('is on top of the client\'s page, who approves the version they have seen; said who, and when', async () => {
    const id = await draft();
    await post(office.owner, id, 'review', { message: 'Is the blue right?', dueOn: '2026-11-27' });
    expect((await start()).toReview).toMatchObject([{ id, name: 'logo.txt', review: { state: 'waiting', version: 1, dueOn: '2026-11-27', isOverdue: false, label: { dueOn: 'Friday' } } }]);
    expect(await discussion(client, id)).toMatchObject({ mayComment: true, mayDecide: true, reviews: [{ message: 'Is the blue right?', askedByName: expect.stringMatching(/./) as string, decidedAt: null }] });
    const after = await post(client, id, 'approve', { version: 1, note: 'Lovely' });
    expect(after).toMatchObject({ mayDecide: false, reviews: [{ state: 'approved', version: 1, reason: 'Lovely', decidedByName: 'Quintessa Ltd', decidedAt: expect.stringMatching(/^2026-11-23T06:/) as string }], threads: [{ comments: [{ text: 'Lovely', decision: 'approved' }] }] });
    expect((await start()).toReview).toEqual([]);
    expect((await summary(id))?.review?.state).toBe('approved');
    expect(await post(client, id, 'approve', { version: 1 })).toEqual(after);
    expect((await discussion(office.owner, id)).reviews).toHaveLength(1);
  });

  it('or says what to change; the next version by the business is asked about by itself, in its own name', async () => {
    const id = await draft();
    await post(office.owner, id, 'review', { message: 'Is the blue right?', dueOn: '2026-11-27' });
    expect(await post(client, id, 'request-changes', { version: 1, reason: 'Make it bigger' })).toMatchObject({ reviews: [{ state: 'changes_requested', reason: 'Make it bigger' }] });
    expect(await listed('?state=changes')).toMatchObject({ items: [{ documentId: id, documentName: 'logo.txt', clientName: 'Quintessa Ltd', reason: 'Make it bigger' }], counts: { waiting: 0, overdue: 0, changes: 1 } });
    await newVersion(office.owner, id);
    expect((await listed('?state=changes')).counts).toEqual({ waiting: 1, overdue: 0, changes: 0 });
    expect((await discussion(client, id)).reviews).toMatchObject([{ state: 'waiting', version: 2, message: 'Is the blue right?', dueOn: null }, { state: 'changes_requested', version: 1 }]);
    await post(client, id, 'approve', { version: 2 });
    expect((await listed('?state=approved')).items.map(({ version, reason }) => [version, reason])).toEqual([[2, null]]);
  });

  it('of what has become newer is not given unseen', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    await newVersion(office.owner, id);
    expect(await refused(client, id, 'approve', { version: 1 })).toEqual({ status: 409, reason: 'newer_version' });
    expect(await refused(client, id, 'request-changes', { version: 1, reason: 'x' })).toEqual({ status: 409, reason: 'newer_version' });
    expect((await discussion(client, id)).threads).toEqual([]);
    expect(await post(client, id, 'approve', { version: 2 })).toMatchObject({ reviews: [{ state: 'approved', version: 2 }] });
  });

  it('changes its words and its day while it waits, and can be taken back', async () => {
    const id = await draft();
    await post(office.owner, id, 'review', { message: 'one' });
    expect((await post(office.owner, id, 'review', { message: 'two', dueOn: '2026-11-24' })).reviews).toMatchObject([{ message: 'two', dueOn: '2026-11-24' }]);
    await post(office.owner, id, 'review/withdraw');
    await post(office.owner, id, 'review/withdraw');
    expect((await start()).toReview).toEqual([]);
    expect((await summary(id))?.review).toBeNull();
    expect(await refused(client, id, 'approve', { version: 1 })).toEqual({ status: 409, reason: 'not_asked' });
  });

  it('is late from the day after on', async () => {
    const id = await draft();
    await post(office.owner, id, 'review', { dueOn: '2026-11-24' });
    for (const [at, overdue] of [['2026-11-24T21:59:00Z', 0], ['2026-11-24T22:00:00Z', 1]] as const) {
      world.setNow(at);
      expect((await listed()).counts).toEqual({ waiting: 1, overdue, changes: 0 });
    }
    expect((await listed('?state=waiting')).items).toMatchObject([{ isOverdue: true }]);
  });

  it('is refused for a day that has passed, for what is archived, for an invoice, and by whoever is not staff', async () => {
    const id = await draft();
    expect((await refused(office.owner, id, 'review', { dueOn: '2026-11-22' })).status).toBe(422);
    expect((await refused(office.owner, id, 'review', { message: 'x'.repeat(1001) })).status).toBe(422);
    await office.owner('PATCH', `/v1/console/documents/${id}`, { archived: true });
    expect((await refused(office.owner, id, 'review')).status).toBe(409);
    expect((await discussion(office.owner, id)).reviews).toEqual([]);
  });

  it('leaves one decision when two people decide at once, and two questions at once leave one', async () => {
    const id = await draft();
    await Promise.all([1, 2, 3].map((n) => office.owner('POST', `/v1/console/documents/${id}/review`, { message: `m${n}` })));
    expect((await discussion(office.owner, id)).reviews).toHaveLength(1);
    const other = await colleague();
    const answers = await Promise.all([client('POST', `/v1/documents/${id}/approve`, { version: 1 }), other('POST', `/v1/documents/${id}/request-changes`, { version: 1, reason: 'no' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await discussion(office.owner, id)).reviews).toHaveLength(1);
  });

  it('that somebody else has given already is not given again', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    await post(client, id, 'approve', { version: 1 });
    expect(await refused(await colleague(), id, 'approve', { version: 1 })).toEqual({ status: 409, reason: 'not_asked' });
  });

  it('waits until there is something to open, and is not listed while it lies in the archive', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    await world.deps.store.write((tx) => updateDocument(tx, office.at.scope, id, { current: null, by: 'client' }));
    expect((await start()).toReview).toEqual([]);
    expect((await discussion(client, id)).mayDecide).toBe(false);
    await office.owner('PATCH', `/v1/console/documents/${id}`, { archived: true });
    expect(await listed()).toMatchObject({ items: [], counts: { waiting: 0 } });
  });

  it('is listed for staff only', () => {
    expect(() => listReviews(world.deps, { businessId: office.at.scope.businessId, role: 'client', actor: 'contact:x', clientId: 'x', contactId: 'x' }, { state: 'all', limit: 1 })).toThrow();
  });
});

describe('what is said', () => {
  it('is a thread, at a place or not, with answers from both sides; settled, taken up again by an answer', async () => {
    const id = await draft();
    const { threads: [thread] } = await post(client, id, 'comments', { version: 1, text: 'Is this line straight?', pin: { page: 1, x: 0.25, y: 1 } }, 201);
    expect(thread).toMatchObject({ version: 1, pin: { page: 1, x: 0.25, y: 1 }, isResolved: false, comments: [{ by: 'client', byName: 'Quintessa Ltd', isOwn: true, decision: null }] });
    await post(office.owner, id, 'comments', { version: 1, text: 'It is', threadId: thread!.id }, 201);
    await post(office.owner, id, `threads/${thread!.id}/resolve`);
    expect((await discussion(client, id)).threads).toMatchObject([{ isResolved: true, resolvedByName: expect.stringMatching(/./) as string, comments: [{ isOwn: true }, { text: 'It is', by: 'staff', isOwn: false, label: { createdAt: expect.stringContaining('today, ') as string } }] }]);
    await post(client, id, 'comments', { version: 1, text: 'No', threadId: thread!.id }, 201);
    expect((await discussion(client, id)).threads).toMatchObject([{ isResolved: false }]);
    await post(client, id, `threads/${thread!.id}/resolve`);
    expect((await post(client, id, `threads/${thread!.id}/reopen`)).threads).toMatchObject([{ isResolved: false, resolvedByName: null }]);
    expect((await summary(id))?.comments).toBe(3);
  });

  it('can be taken back by whoever said it; answers keep its place, alone it is gone', async () => {
    const id = await draft();
    const { threads: [thread] } = await post(client, id, 'comments', { version: 1, text: 'first' }, 201);
    await post(office.owner, id, 'comments', { version: 1, text: 'second', threadId: thread!.id }, 201);
    expect(await refused(office.owner, id, `comments/${thread!.id}/remove`)).toEqual({ status: 404 });
    expect((await post(client, id, `comments/${thread!.id}/remove`)).threads).toMatchObject([{ comments: [{ text: null }, { text: 'second' }] }]);
    const { threads } = await post(client, id, 'comments', { version: 1, text: 'alone' }, 201);
    expect((await post(client, id, `comments/${threads[1]!.id}/remove`)).threads).toHaveLength(1);
    expect((await summary(id))?.comments).toBe(1);
  });

  it('with a decision stays', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    const { threads: [thread] } = await post(client, id, 'request-changes', { version: 1, reason: 'Bigger' });
    expect(await refused(client, id, `comments/${thread!.id}/remove`)).toEqual({ status: 409 });
    expect((await discussion(client, id)).reviews[0]?.reason).toBe('Bigger');
  });

  it('is refused when it is empty, too long, off the page, about another version or in another thread', async () => {
    const id = await draft();
    const other = await draft('other.txt');
    const { threads: [elsewhere] } = await post(client, other, 'comments', { version: 1, text: 'x' }, 201);
    for (const body of [{ version: 1, text: ' ' }, { version: 1, text: 'x'.repeat(2001) }, { version: 1, text: 'x', pin: { page: 0, x: 0, y: 0 } }, { version: 1, text: 'x', pin: { page: 1, x: 1.1, y: 0 } }, { version: 1, text: 'x', pin: { page: 1, x: 0 } }, { version: 2, text: 'x' }, { text: 'x' }, { version: 1, text: 'x', pin: { page: 1, x: 0, y: 0 }, threadId: elsewhere!.id }]) {
      expect((await refused(client, id, 'comments', body)).status, JSON.stringify(body)).toBe(422);
    }
    expect(await refused(client, id, 'comments', { version: 1, text: 'x', threadId: elsewhere!.id })).toEqual({ status: 404 });
    expect(await refused(client, id, 'request-changes', { version: 1, reason: ' ' })).toEqual({ status: 422 });
    expect(await refused(client, id, `threads/${elsewhere!.id}/resolve`)).toEqual({ status: 404 });
    expect((await discussion(client, id)).threads).toEqual([]);
  });

  it('is about a version that opens, and an answer belongs to a thread, not to an answer', async () => {
    const id = await draft();
    const { threads: [thread] } = await post(client, id, 'comments', { version: 1, text: 'x' }, 201);
    const { threads: [with2] } = await post(client, id, 'comments', { version: 1, text: 'y', threadId: thread!.id }, 201);
    expect(await refused(client, id, 'comments', { version: 1, text: 'z', threadId: with2!.comments[1]!.id })).toEqual({ status: 404 });
    await world.deps.store.write(async (tx) => updateVersion(tx, office.at.scope, (await findVersion(tx, office.at.scope, id, 1))!.id, { state: 'refused', refusal: 'x' }));
    expect((await refused(client, id, 'comments', { version: 1, text: 'x' })).status).toBe(422);
    expect((await refused(office.owner, id, 'comments', { version: 1, text: 'x' })).status).toBe(201);
  });

  it('ends at a thousand', async () => {
    const id = await draft();
    const { threads: [one] } = await post(client, id, 'comments', { version: 1, text: 'x' }, 201);
    await world.deps.store.write(async (tx) => {
      const row = (await findComment(tx, office.at.scope, id, one!.id))!;
      for (let n = 1; n < 1000; n += 1) await insertComment(tx, { ...row, id: `${row.id}-${n}` });
    });
    expect(await refused(client, id, 'comments', { version: 1, text: 'x' })).toEqual({ status: 409 });
  });

  it('lies on the disk sealed, opens after a change of the client\'s key, and no more when that is destroyed', async () => {
    const id = await draft();
    await post(client, id, 'comments', { version: 1, text: 'Zanzibar phrase' }, 201);
    const [stored] = await world.deps.store.read((db) => commentsOf(db, office.at.scope, id));
    expect(stored!.sealedText.includes('Zanzibar')).toBe(false);
    expect((await office.owner('POST', `/v1/console/clients/${office.clientId}/file-key`, {})).status).toBe(200);
    expect((await discussion(client, id)).threads[0]?.comments[0]?.text).toBe('Zanzibar phrase');
    await world.deps.store.write((tx) => updateClientKey(tx, { businessId: office.at.scope.businessId, clientId: office.clientId }, { textKey: null }));
    expect((await discussion(client, id)).threads).toEqual([]);
  });

  it('goes with its document', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    await post(client, id, 'comments', { version: 1, text: 'x' }, 201);
    expect((await office.owner('DELETE', `/v1/console/documents/${id}`)).status).toBe(200);
    expect(await world.deps.store.read(async (db) => [await commentsOf(db, office.at.scope, id), await reviewsOf(db, office.at.scope, id)])).toEqual([[], []]);
  });

  it('keeps its place to a ten-thousandth of the page', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => Math.abs(fromPlace(toPlace(at)) - at) <= 0.00005));
  });
});

describe('the wrong person', () => {
  it('who may only look sees what is said, and may not say or decide', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    const viewer = await colleague('view', id);
    expect(await (await viewer('GET', `/v1/documents/${id}/discussion`)).json()).toMatchObject({ mayComment: false, mayDecide: false });
    expect((await start(viewer)).toReview).toEqual([]);
    expect((await refused(viewer, id, 'approve', { version: 1 })).status).toBe(403);
    expect((await refused(viewer, id, 'request-changes', { version: 1, reason: 'x' })).status).toBe(403);
    expect((await refused(viewer, id, 'comments', { version: 1, text: 'x' })).status).toBe(403);
    const { threads: [thread] } = await post(client, id, 'comments', { version: 1, text: 'x' }, 201);
    expect((await refused(viewer, id, `threads/${thread!.id}/resolve`)).status).toBe(403);
  });

  it('who may not see it, of another client or of another business, finds nothing', async () => {
    const id = await draft();
    await post(office.owner, id, 'review');
    const { threads: [thread] } = await post(client, id, 'comments', { version: 1, text: 'x' }, 201);
    const email = `stranger${(offices += 1)}@mail.example`;
    await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Stranger', email }, 'staff'));
    const elsewhere = await staffCaller(world, await testBusiness(world, { name: `Elsewhere ${offices}`, origin: `https://elsewhere${offices}.example` }));
    const acts = [['approve', { version: 1 }], ['request-changes', { version: 1, reason: 'x' }], ['comments', { version: 1, text: 'x' }], [`comments/${thread!.id}/remove`, {}], [`threads/${thread!.id}/resolve`, {}]] as const;
    for (const stranger of [await colleague('none', id), (await signIn(world, office.at, email)).call]) {
      expect((await stranger('GET', `/v1/documents/${id}/discussion`)).status).toBe(404);
      for (const [what, body] of acts) expect((await refused(stranger, id, what, body)).status, what).toBe(404);
    }
    expect((await elsewhere('GET', `/v1/console/documents/${id}/discussion`)).status).toBe(404);
    for (const [what, body] of [...acts.slice(2), ['review', {}], ['review/withdraw', {}]] as const) expect((await elsewhere('POST', `/v1/console/documents/${id}/${what}`, body)).status, what).toBe(404);
    expect(await (await elsewhere('GET', '/v1/console/document-reviews')).json()).toMatchObject({ items: [], counts: { waiting: 0 } });
    expect((await discussion(client, id)).threads).toMatchObject([{ isResolved: false, comments: [{ text: 'x' }] }]);
  });
});

import { documentsScene, look, pressIn, reviewing, rowOf, words, type DocumentsScene } from '../../test-support/documents-gallery.ts';
import { pending, refusal } from '../../test-support/fake-client.ts';
import { equal, ok, settle, unmountAll, until } from '../../test-support/mount.ts';
import { fresh, sampleDocuments, sampleWhole } from '../../test-support/sample-documents.ts';
import { drawnPage, sampleComment, sampleDiscussion, samplePreview, sampleReview, sampleThread, toApprove } from '../../test-support/sample-review.ts';

afterEach(unmountAll);

const heard = (element: Element, ...names: string[]): string[] => {
  const events: string[] = [];
  for (const name of names) element.addEventListener(name, (event) => events.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`));
  return events;
};
const write = async ({ element }: DocumentsScene, place: string, text: string): Promise<HTMLTextAreaElement> => {
  const field = await until('there is a place to write', () => look(element, `[data-write="${place}"]`)) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
  return field;
};
const changed = { type: 'documents.changed', event: 'document.commented', subjectId: toApprove.id, clientId: 'client-000000000001' } as const;
const focusIn = (element: Element): Element | null => element.shadowRoot!.activeElement;

describe('an open document', () => {
  it('is drawn page by page, as they come near, in the top layer; closing gives the focus back', async () => {
    const scene = await documentsScene();
    const { element, client } = scene;
    const events = heard(element, 'portal-document-opened');
    const title = look(element, `${rowOf(fresh.id)} .title`)!;
    title.focus();
    await pressIn(scene, `${rowOf(fresh.id)} .title`, 'dialog[open] .page[data-drawn]');
    equal(events, [`portal-document-opened {"documentId":"${fresh.id}"}`]);
    const canvas = look(element, '.page canvas') as HTMLCanvasElement;
    const pixels = [...canvas.getContext('2d')!.getImageData(60, 62, 1, 1).data];
    ok(pixels[0]! < 80 && pixels[3] === 255, `nothing was drawn: ${pixels} ${canvas.width} ${canvas.height}`);
    equal(canvas.getAttribute('aria-label'), 'Page 1 of 2');
    equal(words(element, '.page .unseen'), 'The words of page 1');
    const { width, height } = look(element, '.page')!.getBoundingClientRect();
    ok(Math.abs(height / width - 1123 / 794) < 0.02, 'the page has another shape');
    ok(client.callsOf('documents.page').every(([, , how]) => [480, 960, 1600].includes((how as { width: number }).width)), 'another width was asked for');
    await pressIn(scene, '[data-action="close"]');
    await until('it is closed', () => !look(element, 'dialog'));
    equal(focusIn(element), title);
  });

  it('has no picture where there is none, and says what went wrong where there should be one', async () => {
    const scene = await documentsScene({ pages: async () => { throw refusal('conflict', 'It is locked.', { reason: 'no_preview' }); } });
    await pressIn(scene, `${rowOf(fresh.id)} .title`, 'dialog [part~="error"], dialog .failed');
    ok(words(scene.element, '.look').includes('It cannot be shown here; it may be locked, damaged or very large.'), words(scene.element, '.look'));
  });

  it('offers a page again that could not be drawn', async () => {
    let isBroken = true;
    const scene = await documentsScene({
      pages: async () => samplePreview({ pages: samplePreview().pages.slice(0, 1) }),
      page: async () => {
        if (isBroken) throw refusal('unreachable');
        return drawnPage();
      },
    });
    await pressIn(scene, `${rowOf(fresh.id)} .title`, '.page-failed button');
    isBroken = false;
    await pressIn(scene, '.page-failed button', '.page[data-drawn]');
    ok(!look(scene.element, '.page-failed'), 'it still says so');
  });

  it('shows the new version when one comes, and keeps what somebody is typing', async () => {
    let version = 1;
    const scene = await reviewing({ read: async () => ({ ...sampleWhole(toApprove), version }), pages: async (_id, { version: wanted } = {}) => samplePreview({ version: wanted! }) });
    await write(scene, 'new', 'Half a sent');
    version = 2;
    scene.client.say(changed);
    await until('the new one is asked for', () => scene.client.callsOf('documents.pages').length === 2);
    equal((look(scene.element, '[data-write="new"]') as HTMLTextAreaElement).value, 'Half a sent');
  });
});

describe('a decision', () => {
  it('is asked for on top, and given with the version that was looked at', async () => {
    const done = pending<ReturnType<typeof sampleDiscussion>>();
    let now = sampleDiscussion();
    const scene = await reviewing({ approve: () => done.promise, discussion: async () => now });
    const events = heard(scene.element, 'portal-before-approve', 'portal-document-approved');
    equal(words(scene.element, '.asked'), 'Does this fit your week?by Friday');
    await pressIn(scene, '[data-action="approve"]', '[data-write="approve"]');
    await until('one can write at once', () => focusIn(scene.element)?.matches('[data-write="approve"]'));
    await write(scene, 'approve', ' Lovely ');
    await pressIn(scene, '.bar [type="submit"]');
    equal(scene.client.callsOf('documents.approve')[0]?.slice(0, 2), [toApprove.id, { version: 1, lang: 'en', note: 'Lovely' }]);
    now = sampleDiscussion({ mayDecide: false, reviews: [sampleReview({ state: 'approved', decidedByName: 'Thandi Mokoena', reason: 'Lovely', label: { dueOn: null, askedAt: '', decidedAt: '25 Nov 2026' } })] });
    done.resolve(now);
    await until('it says who, and when', () => words(scene.element, '.decided') === 'Thandi Mokoena approved version 1: 25 Nov 2026Lovely');
    ok(!look(scene.element, '.bar'), 'it is still asked');
    equal(events, ['portal-before-approve {"documentId":"document-000000000017","version":1}', 'portal-document-approved {"documentId":"document-000000000017","version":1}']);
    await until('what happened has the focus', () => focusIn(scene.element)?.matches('.decided'));
  });

  it('to change something needs what; a page can stop an approval', async () => {
    let now = sampleDiscussion();
    const scene = await reviewing({
      discussion: async () => now,
      requestChanges: async () => (now = sampleDiscussion({ mayDecide: false, reviews: [sampleReview({ state: 'changes_requested', reason: 'Bigger', decidedByName: 'Thandi' })] })),
    });
    scene.element.addEventListener('portal-before-approve', (event) => event.preventDefault());
    await pressIn(scene, '[data-action="approve"]', '[data-write="approve"]');
    await pressIn(scene, '.bar [type="submit"]');
    equal(scene.client.callsOf('documents.approve'), []);
    await pressIn(scene, '.bar .quiet', '[data-action="changes"]');
    await pressIn(scene, '[data-action="changes"]', '[data-write="changes"]');
    await pressIn(scene, '.bar [type="submit"]', '.bar .error');
    equal([words(scene.element, '.bar .error'), scene.client.callsOf('documents.requestChanges')], ['Say what should change, so that the next version fits.', []]);
    await write(scene, 'changes', 'Bigger');
    ok(!look(scene.element, '.bar .error'), 'it still complains');
    await pressIn(scene, '.bar [type="submit"]', '[data-review="changes_requested"].decided');
    equal(scene.client.callsOf('documents.requestChanges')[0]?.[1], { version: 1, lang: 'en', reason: 'Bigger' });
  });

  it('about what has become newer keeps the words, and says so', async () => {
    const scene = await reviewing({ requestChanges: async () => { throw refusal('conflict', 'x', { reason: 'newer_version' }); } });
    await pressIn(scene, '[data-action="changes"]');
    await write(scene, 'changes', 'Bigger');
    await pressIn(scene, '.bar [type="submit"]', '.bar .error');
    equal([words(scene.element, '.bar .error'), (look(scene.element, '[data-write="changes"]') as HTMLTextAreaElement).value], ['A newer version has come. Look at it, then decide.', 'Bigger']);
  });

  it('is not offered to whoever may not give it, nor about an older version', async () => {
    const scene = await reviewing({ discussion: async () => sampleDiscussion({ mayDecide: false, mayComment: false }) });
    equal([look(scene.element, '.bar'), look(scene.element, '[data-write="new"]'), look(scene.element, '[data-action="answer"]')], [null, null, null]);
    unmountAll();
    const two = await reviewing({ read: async () => ({ ...sampleWhole(fresh), ...toApprove, version: 2, versions: sampleWhole(fresh).versions }) });
    await until('it is asked', () => look(two.element, '.bar'));
    await pressIn(two, '[data-version="1"] [data-action="show"]');
    await until('it is not asked of this one', () => !look(two.element, '.bar'));
    ok(words(two.element, '.viewer-head').includes('This is an older version.'), words(two.element, '.viewer-head'));
  });
});

describe('what is said', () => {
  it('is answered, settled and taken back', async () => {
    const scene = await reviewing({ comment: async () => sampleDiscussion(), settleThread: async () => sampleDiscussion(), removeComment: async () => sampleDiscussion({ threads: [] }) });
    const events = heard(scene.element, 'portal-document-commented');
    await pressIn(scene, '[data-action="answer"]', '[data-write="comment-000000000001"]');
    await write(scene, 'comment-000000000001', 'Fine');
    await pressIn(scene, '.thread [type="submit"]', '[data-action="settle"]');
    equal([scene.client.callsOf('documents.comment')[0]?.[1], events.length], [{ version: 1, text: 'Fine', lang: 'en', threadId: 'comment-000000000001' }, 1]);
    await pressIn(scene, '[data-action="settle"]');
    equal(scene.client.callsOf('documents.settleThread')[0]?.slice(1, 3), ['comment-000000000001', true]);
    await pressIn(scene, '[data-action="take-back"]');
    await until('it is gone', () => !look(scene.element, '.thread'));
    equal(scene.client.callsOf('documents.removeComment')[0]?.[1], 'comment-000000000001');
  });

  it('needs words; Ctrl and Enter send them', async () => {
    const scene = await reviewing({ comment: async () => sampleDiscussion() });
    await pressIn(scene, '.new-thread [type="submit"]', '.new-thread .error');
    const field = await write(scene, 'new', 'Hello');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true }));
    await until('it is sent', () => scene.client.callsOf('documents.comment').length === 1);
    await until('there is room for the next', () => field.value === '');
  });

  it('at a place, which is chosen with a press or with the arrow keys, and stands there as a number', async () => {
    const sent: unknown[] = [];
    const scene = await reviewing({ comment: async (_id, comment) => {
      sent.push(comment.pin);
      return sampleDiscussion({ threads: [sampleThread(5, { pin: { page: 1, x: 0.5, y: 0.5 }, comments: [sampleComment(5)] })] });
    } });
    const { element } = scene;
    equal([words(element, '.page .pin'), look(element, '.page .pin')!.style.getPropertyValue('left')], ['1', '30%']);
    await pressIn(scene, '.page .pin');
    await until('its thread has the focus', () => focusIn(element)?.matches('[data-thread="comment-000000000001"]'));
    await pressIn(scene, '[data-action="pin"]', '[data-placing] .page[tabindex]');
    const page = look(element, '.page')!;
    const box = page.getBoundingClientRect();
    page.dispatchEvent(new MouseEvent('click', { clientX: box.left + box.width / 4, clientY: box.top + box.height / 2, bubbles: true }));
    await write(scene, 'new', 'Here');
    await pressIn(scene, '.new-thread [type="submit"]');
    await until('it is sent', () => sent.length === 1);
    await pressIn(scene, '[data-action="pin"]', '[data-placing] .page[tabindex]');
    await until('the page has the focus', () => focusIn(element)?.matches('.page'));
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) look(element, '.page')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await write(scene, 'new', 'And here');
    await pressIn(scene, '.new-thread [type="submit"]');
    await until('it is sent', () => sent.length === 2);
    const [pressed, typed] = sent as { page: number; x: number; y: number }[];
    ok(Math.abs(pressed!.x - 0.25) < 0.01 && Math.abs(pressed!.y - 0.5) < 0.01, JSON.stringify(pressed));
    ok(Math.abs(typed!.x - 0.52) < 0.001 && Math.abs(typed!.y - 0.54) < 0.001, JSON.stringify(typed));
  });

  it('of an older version has no number on this one', async () => {
    const scene = await reviewing({ discussion: async () => sampleDiscussion({ threads: [sampleThread(1, { version: 7, pin: { page: 1, x: 0.3, y: 0.2 } })] }) });
    equal([look(scene.element, '.page .pin'), words(scene.element, '.thread .hint')], [null, 'page 1, on version 7']);
  });
});

it('an invoice is looked at, and nothing is asked about it', async () => {
  const invoice = { ...sampleWhole(fresh), source: 'invoice' as const, versions: [] };
  const scene = await documentsScene({ start: async () => sampleDocuments([invoice]), read: async () => invoice });
  await pressIn(scene, `${rowOf(fresh.id)} .title`, 'dialog[open] .page[data-drawn]');
  equal([scene.client.callsOf('documents.discussion'), look(scene.element, '.talk')], [[], null]);
});

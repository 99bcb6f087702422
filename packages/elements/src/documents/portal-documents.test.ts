import { keepsPromises } from '../test-support/element-promises.ts';
import { begun, choose, documentsGallery, documentsScene, letter, look, pressIn, rowOf, searchFor, words } from '../test-support/documents-gallery.ts';
import { fakeClient, pending, refusal } from '../test-support/fake-client.ts';
import { equal, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { contract, engagements, fresh, inProject, lookOnly, passport, referral, scan, sampleDocument, sampleDocuments, sampleFiled, sampleFound } from '../test-support/sample-documents.ts';
import { sayBytes } from './say-bytes.ts';

const heard = (element: Element, name: string): CustomEvent[] => {
  const events: CustomEvent[] = [];
  element.addEventListener(name, (event) => events.push(event as CustomEvent));
  return events;
};
const namesIn = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('.rows .words')].map((one) => one.textContent!.trim());
const changed = { type: 'documents.changed', event: 'document.filed', subjectId: null, clientId: 'client-000000000001' } as const;

afterEach(unmountAll);

keepsPromises({
  tag: 'portal-documents',
  define: async () => { await import('./define.ts'); },
  loads: 'documents.start',
  serve: (business, how) => fakeClient({
    business, signedIn: true,
    documents: {
      start: () => {
        if (how === 'silent') return new Promise(() => {});
        if (how === 'failing') throw refusal('unreachable');
        return Promise.resolve(sampleDocuments(how === 'empty' ? [] : undefined));
      },
    },
  }),
});

describe('<portal-documents> shows what is shared', () => {
  it('after one request, the latest first, each with what it is', async () => {
    const { element, client } = await documentsScene();
    equal(client.calls.map(([name]) => name), ['documents.start']);
    equal(namesIn(element).slice(0, 2), ['Knee, findings and plan.pdf', 'Standing, left.jpg']);
    equal(words(element, `${rowOf(fresh.id)} .facts`), 'PDF · Reports · 20 Nov 2026 · 240 kB · Version 2');
    equal([words(element, `${rowOf(fresh.id)} .status`), words(element, '[data-state="quarantined"] .status')], ['New', 'Being checked']);
  });

  it('by category, only those that there are, and comes back to all', async () => {
    const scene = await documentsScene();
    equal([...scene.element.shadowRoot!.querySelectorAll('.chips span')].map((chip) => chip.textContent), ['All', 'Contracts', 'Invoices', 'Reports', 'Correspondence']);
    await pressIn(scene, '.chips label:nth-child(2) input');
    await until('only contracts', () => namesIn(scene.element).join() === contract.name);
    equal(scene.client.callsOf('documents.list'), [[{ category: 'contracts', lang: 'en' }]]);
    await pressIn(scene, '.chips label:nth-child(1) input');
    await until('all again', () => namesIn(scene.element).length === 6);
  });

  it('by project, whose name stands in the row; one that was put away is not chosen any more', async () => {
    let projects = engagements;
    const scene = await documentsScene({
      start: async () => sampleDocuments([fresh, contract, inProject], { projects }),
      list: async ({ project } = {}) => ({ items: [fresh, contract, inProject].filter((one) => !project || one.projectId === project), nextCursor: null }),
    });
    equal(words(scene.element, `${rowOf(inProject.id)} .facts`), 'PDF · Reports · Knee, after the operation · 20 Nov 2026 · 240 kB');
    const select = look(scene.element, '.projects') as HTMLSelectElement;
    equal([...select.options].map(({ text }) => text), ['All projects', 'Knee, after the operation', 'Back to running']);
    select.value = engagements[0]!.id;
    select.dispatchEvent(new Event('change'));
    await until('only its documents', () => namesIn(scene.element).join() === inProject.name);
    await pressIn(scene, '.chips label:nth-child(3) input');
    await until('both are asked for', () => scene.client.callsOf('documents.list').length === 2);
    equal(scene.client.callsOf('documents.list'), [[{ lang: 'en', project: engagements[0]!.id }], [{ category: 'reports', lang: 'en', project: engagements[0]!.id }]]);
    projects = [];
    scene.client.say(changed);
    await until('everything again', () => !look(scene.element, '.projects'));
    equal(scene.client.callsOf('documents.list').at(-1)?.[0], { category: 'reports', lang: 'en' });
  });

  it('page by page, each once', async () => {
    const scene = await documentsScene({
      start: async () => sampleDocuments(undefined, { recent: { items: [fresh], nextCursor: 'next' } }), list: async () => ({ items: [fresh, contract], nextCursor: null }),
    });
    await pressIn(scene, '[data-action="more"]');
    await until('both', () => namesIn(scene.element).join() === [fresh.name, contract.name].join());
    ok(!look(scene.element, '[data-action="more"]'), 'there is more');
  });

  it('live: what comes is there without a touch', async () => {
    let items = [contract];
    const { element, client } = await documentsScene({ start: async () => sampleDocuments(items) });
    items = [fresh, contract];
    client.say(changed);
    await until('it has come', () => namesIn(element).length === 2);
  });

  it('to nobody who is signed out, and leaves nothing of theirs', async () => {
    const scene = await documentsScene();
    await searchFor(scene, 'knee');
    await choose(scene, letter);
    scene.client.become('signed_out');
    await until('it asks to sign in', () => look(scene.element, '.signed-out'));
    scene.client.become('signed_in');
    await until('it is there again', () => look(scene.element, '.rows'));
    equal([(look(scene.element, '[type="search"]') as HTMLInputElement).value, look(scene.element, '.sendings')], ['', null]);
  });
});

describe('<portal-documents> finds', () => {
  it('by a word from inside, with the passage around it marked as text', async () => {
    const scene = await documentsGallery['found']!();
    equal(namesIn(scene.element), [fresh.name, contract.name]);
    equal([...scene.element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent), ['Knee', 'knee', 'knee']);
    equal(scene.client.callsOf('documents.find').length, 1);
    await searchFor(scene, '');
    await until('everything again', () => namesIn(scene.element).length === 6);
  });

  it('what was asked last, whatever comes in late', async () => {
    const slow = pending<{ items: ReturnType<typeof sampleFound> }>();
    const scene = await documentsScene({ find: async ({ q }) => (q === 'slow' ? slow.promise : { items: sampleFound().slice(1) }) });
    await searchFor(scene, 'slow');
    await until('it is asked', () => scene.client.callsOf('documents.find').length === 1);
    await searchFor(scene, 'quick');
    await until('the quick one', () => namesIn(scene.element).join() === contract.name);
    slow.resolve({ items: sampleFound() });
    await settle(scene.element);
    equal(namesIn(scene.element), [contract.name]);
  });

  it('says what to try when there is nothing', async () => {
    const { element } = await documentsGallery['nothing-found']!();
    equal(words(element, 'p[part="empty"]'), 'Nothing found for “flamingo”. Try a word from inside the document.');
  });
});

describe('<portal-documents> gives', () => {
  it('a file with one click, by an address that is made for it', async () => {
    const scene = await documentsScene();
    const events = heard(scene.element, 'portal-document-downloaded');
    await pressIn(scene, `${rowOf(fresh.id)} [data-action="save"]`);
    await until('it is on its way', () => events.length === 1);
    equal([scene.client.callsOf('documents.link')[0]?.slice(0, 2), events[0]!.detail], [[fresh.id, { version: undefined }], { documentId: fresh.id, version: null }]);
  });

  it('every version, with what changed', async () => {
    const scene = await documentsGallery['opened']!();
    equal(words(scene.element, '[data-version="2"] .note'), 'New exercises for weeks three and four');
    await pressIn(scene, '[data-version="1"] [data-action="show"]');
    await until('the old one is shown', () => scene.client.callsOf('documents.pages').length === 2);
    equal(scene.client.callsOf('documents.pages').map(([, query]) => query), [{ version: 2 }, { version: 1 }]);
    await pressIn(scene, 'dialog [data-action="save"]');
    await until('the old one is asked for', () => scene.client.callsOf('documents.link').length === 1);
    equal(scene.client.callsOf('documents.link')[0]?.slice(0, 2), [fresh.id, { version: 1 }]);
  });

  it('no way to take away what is only to be looked at', async () => {
    const { element } = await documentsGallery['look-only']!();
    equal(element.shadowRoot!.querySelectorAll(`${rowOf(lookOnly.id)} [data-action="save"], dialog [data-action="save"]`).length, 0);
    ok(words(element).includes('This one is for looking at here; it cannot be downloaded.'), words(element));
  });

  it('says why a file does not open', async () => {
    const scene = await documentsScene({ link: async () => { throw refusal('conflict', 'It waits.', { reason: 'being_checked' }); } });
    await pressIn(scene, `${rowOf(fresh.id)} [data-action="save"]`, '.error');
    equal(words(scene.element, '.error'), 'It is still being checked. Try again in a moment.');
  });

  it('what a link names, though it is not on the screen, and says so when it is not there', async () => {
    const old = sampleDocument(40, { name: 'Old.pdf' });
    const { element } = await documentsScene({ read: async () => ({ ...old, versions: [] }) }, { hash: `#portal/documents/${old.id}` });
    await until('it is open', () => words(element, 'dialog[open] .viewer-title') === 'Old.pdf');
    unmountAll();
    const gone = await documentsScene({ read: async () => { throw refusal('not_found', 'This document does not exist.'); } }, { hash: '#portal/documents/nothing' });
    await until('it says so', () => words(gone.element, '.error') === 'This document does not exist.');
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('<portal-documents> takes', () => {
  it('a file, shows how far it is, and tells the page', async () => {
    const filed = pending<ReturnType<typeof sampleFiled>>();
    const scene = await documentsScene({ upload: (_file, _what, options) => { options?.onProgress?.(30, 100); return filed.promise; } });
    const events = heard(scene.element, 'portal-document-uploaded');
    await choose(scene, letter);
    equal([(look(scene.element, 'progress') as HTMLProgressElement).value, words(scene.element, '[data-sending] .figures')], [30, '30 %']);
    filed.resolve(sampleFiled());
    await until('it has arrived', () => words(scene.element, '[data-sending="sent"]').startsWith('letter.pdf has arrived.'));
    equal(events.map(({ detail }) => detail), [{ documentId: sampleFiled().id }]);
    equal(scene.client.callsOf('documents.start').length, 2);
  });

  it('several, two at a time, into the category that is shown', async () => {
    const waits: ReturnType<typeof pending<ReturnType<typeof sampleFiled>>>[] = [];
    const scene = await documentsScene({ upload: () => { const next = pending<ReturnType<typeof sampleFiled>>(); waits.push(next); return next.promise; } });
    await pressIn(scene, '.chips label:nth-child(2) input');
    await choose(scene, [letter, new File(['b'], 'b.txt'), new File(['c'], 'c.txt')]);
    equal([waits.length, (scene.client.callsOf('documents.upload')[0]?.[1])], [2, { category: 'contracts' }]);
    waits[0]!.resolve(sampleFiled());
    await until('the third one follows', () => waits.length === 3);
  });

  it('what is dropped on it, and nothing else that is dragged over it', async () => {
    const scene = await documentsGallery['dropping']!();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(letter);
    scene.element.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await until('it is sent', () => scene.client.callsOf('documents.upload').length === 1);
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    const over = new DragEvent('dragover', { dataTransfer: text, cancelable: true });
    scene.element.dispatchEvent(over);
    ok(!over.defaultPrevented, 'it takes words');
  });

  it('nothing that cannot come, and says why', async () => {
    const scene = await documentsScene({ start: async () => sampleDocuments(undefined, { maxFileBytes: 4 }), upload: async () => { throw refusal('conflict', 'No.', { reason: 'wrong_content' }); } });
    await choose(scene, [letter, new File([], 'nothing.txt'), new File(['abc'], 'run.exe')]);
    const said = (): string[] => [...scene.element.shadowRoot!.querySelectorAll('[data-sending] .error')].map((one) => one.textContent!);
    await until('all three', () => said().length === 3);
    equal(said(), ['This file is too large: 4 byte at most.', 'This file is empty.', 'This kind of file cannot be sent.']);
    equal(scene.client.callsOf('documents.upload').length, 1);
  });

  it('it again after the line was lost, and stops when told to', async () => {
    let signal: AbortSignal | undefined;
    let isFirst = true;
    const scene = await documentsScene({ upload: async (_file, _what, options) => {
      if (isFirst) {
        isFirst = false;
        throw refusal('unreachable');
      }
      signal = options?.signal;
      return new Promise(() => {});
    } });
    await choose(scene, letter);
    await until('it says so', () => words(scene.element, '[data-sending="failed"] .error') === 'The connection was lost. Try again: it goes on where it stopped.');
    await pressIn(scene, '[data-action="again"]', 'progress');
    await pressIn(scene, '[data-action="drop"]');
    ok(signal?.aborted, 'it goes on');
    ok(!look(scene.element, '.sendings'), 'it is still shown');
  });

  it('on where another visit stopped, once the same file is chosen, and no other', async () => {
    const scene = await documentsGallery['unfinished']!();
    const at = `[data-unfinished="${begun.id}"]`;
    await until('it is offered', () => look(scene.element, at));
    equal(words(scene.element, `${at} .grow`), 'Unfinished: contract.pdf, 43 % Choose the file again, and it goes on where it stopped.');
    await choose(scene, new File(['x'.repeat(99)], 'contract.pdf'), `${at} input`);
    await until('it says so', () => words(scene.element, `${at} .error`) === 'This is another file. Choose contract.pdf, or discard it.');
    equal(scene.client.callsOf('documents.upload'), []);
    await choose(scene, new File(['x'.repeat(100)], 'contract.pdf'), `${at} input`);
    await until('it has come', () => look(scene.element, '[data-sending="sent"]'));
    equal((scene.client.callsOf('documents.upload')[0]?.[2] as { resume: unknown } | undefined)?.resume, begun);
    ok(!look(scene.element, at), 'it is still offered');
  });

  it('nothing of it any more when it is discarded, or stopped', async () => {
    const discarded: string[] = [];
    const scene = await documentsScene({
      start: async () => sampleDocuments(undefined, { unfinished: 1 }), uploads: async () => ({ items: [begun] }), discard: async (id) => { discarded.push(id); },
      upload: async (_file, _what, options) => { options?.onBegun?.({ ...begun, id: 'another' }); return new Promise(() => {}); },
    });
    await pressIn(scene, '[data-action="discard"]');
    ok(!look(scene.element, '[data-unfinished]'), 'it is still offered');
    await choose(scene, letter);
    await pressIn(scene, '[data-action="drop"]');
    equal(discarded, [begun.id, 'another']);
  });

  it('nothing that the page holds back', async () => {
    const scene = await documentsScene();
    scene.element.addEventListener('portal-before-upload', (event) => event.preventDefault());
    await choose(scene, letter);
    equal([scene.client.callsOf('documents.upload').length, look(scene.element, '.sendings')], [0, null]);
  });
});

describe('<portal-documents> says what is asked for', () => {
  it('first, by when and why, and sends a file as the answer', async () => {
    const scene = await documentsGallery['asked']!();
    equal(words(scene.element, `[data-request="${passport.id}"]`), 'A copy of your passport by Friday Your medical aid wants to see it. Send it');
    equal(words(scene.element, `[data-request="${referral.id}"]`), 'The referral letter was due 20 November Please send it again: The second page is missing Send it');
    ok(!look(scene.element, `[data-request="${scan.id}"] input`), 'what has come is asked for');
    await choose(scene, letter, `[data-request="${passport.id}"] input`);
    await until('it is sent', () => scene.client.callsOf('documents.upload').length === 1);
    equal(scene.client.callsOf('documents.upload')[0]?.[1], { requestId: passport.id });
  });

  it('and a letter leads to its button', async () => {
    const { element } = await documentsScene({ start: async () => sampleDocuments(undefined, { requests: [referral, passport] }) }, { hash: `#portal/documents/requests/${passport.id}` });
    await until('it has the focus', () => element.shadowRoot!.activeElement?.matches(`[data-request="${passport.id}"] input`));
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('a size in words', () => {
  it('is never more than it is', () => {
    equal([sayBytes(1024 ** 3, 'en'), sayBytes(25 * 1024 ** 2 + 5, 'en'), sayBytes(1500, 'en')], ['1 GB', '25 MB', '1 kB']);
  });
});

import '../documents/define.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { fakeApi, fakeClient, refusal, type FakeAnswers, type FakeClient } from './fake-client.ts';
import { stage } from './gallery.ts';
import { mount, settle, until } from './mount.ts';
import { drawnPage, sampleDiscussion, samplePreview, toApprove } from './sample-review.ts';
import { contract, engagements, fresh, inProject, lookOnly, paper, passport, photo, referral, refused, scan, sampleDocuments, sampleFiled, sampleFound, sampleWhole } from './sample-documents.ts';

/** How `<portal-documents>` looks in each of its states: for screenshots, and for axe. */
export interface DocumentsScene {
  readonly element: HTMLElement;
  readonly client: FakeClient;
}
type Documents = NonNullable<FakeAnswers['documents']>;

const never = (): Promise<never> => new Promise(() => {});
const unreachable = async (): Promise<never> => { throw refusal('unreachable', 'No connection.'); };

/** Almost half of it came, and then the page was closed. */
export const begun: Upload = { id: 'upload-0000000000001', name: 'contract.pdf', size: 100, offset: 43, documentId: null, expiresAt: '2026-11-26T10:00:00Z' };

const answers: Documents = {
  start: async () => sampleDocuments(),
  list: async ({ category } = {}) => ({ items: sampleDocuments().recent.items.filter((item) => !category || item.category === category), nextCursor: null }),
  find: async ({ q }) => ({ items: q.startsWith('kn') ? sampleFound() : [] }),
  read: async (id) => sampleWhole([toApprove, fresh, contract, photo, lookOnly, refused, paper].find((one) => one.id === id) ?? fresh),
  link: async () => ({ url: URL.createObjectURL(new Blob(['%PDF-1.7'])), name: 'file.pdf', expiresAt: '2026-11-25T10:01:00Z' }),
  upload: async () => sampleFiled(),
  pages: async () => samplePreview(),
  page: async () => drawnPage(),
  discussion: async (id) => sampleDiscussion({ documentId: id, reviews: [], threads: [], mayDecide: false }),
};

export const look = (element: Element, selector: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
export const words = (element: Element, selector = '.root'): string => look(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
export const rowOf = (id: string): string => `[data-document="${id}"]`;

export async function documentsScene(change: Documents = {}, { hash = '', signedIn = true } = {}): Promise<DocumentsScene> {
  if (hash) history.replaceState(null, '', hash);
  const client = fakeClient({ signedIn, documents: { ...answers, ...change } });
  const element = await mount<HTMLElement>(`<portal-documents lang="${stage.lang}" business="river-physio" api-url="${fakeApi}"></portal-documents>`);
  await until('its words have come', () => look(element, '.screen, .failed, .signed-out') ?? look(element, '.unseen')?.textContent);
  return { element, client };
}

export async function pressIn({ element }: DocumentsScene, selector: string, there?: string): Promise<void> {
  (await until(`${selector} is there`, () => look(element, selector))).click();
  await settle(element);
  if (there) await until(`${there} is there`, () => look(element, there));
}

export async function searchFor({ element }: DocumentsScene, text: string): Promise<void> {
  const field = await until('the search is there', () => look(element, '[type="search"]')) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}

/** As if somebody had chosen these in the browser's own window. */
export async function choose({ element }: DocumentsScene, files: File | readonly File[], where = '.send-place input'): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of [files].flat()) transfer.items.add(file);
  const input = await until('files can be sent', () => look(element, where)) as HTMLInputElement;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await settle(element);
}

const opened = async (id: string): Promise<DocumentsScene> => {
  const scene = await documentsScene();
  await pressIn(scene, `${rowOf(id)} .title`, 'dialog[open] .page canvas');
  return scene;
};
export async function reviewing(change: Documents = {}): Promise<DocumentsScene> {
  const scene = await documentsScene({
    start: async () => sampleDocuments([toApprove, fresh, contract], { toReview: [toApprove] }), discussion: async () => sampleDiscussion(), ...change,
  });
  await pressIn(scene, `[data-to-review="${toApprove.id}"] button`, 'dialog[open] .threads');
  await until('the page is drawn', () => look(scene.element, '.page[data-drawn]'));
  return scene;
}
export const letter = new File(['Dear Anna'], 'letter.pdf');

/** Every state, by name. */
export const documentsGallery: Readonly<Record<string, () => Promise<DocumentsScene>>> = {
  'first': () => documentsScene(),
  'more': () => documentsScene({ start: async () => sampleDocuments(undefined, { recent: { items: [fresh, contract], nextCursor: 'next' } }) }),
  'asked': () => documentsScene({ start: async () => sampleDocuments(undefined, { requests: [referral, passport, scan] }) }),
  'projects': () => documentsScene({ start: async () => sampleDocuments([fresh, inProject, contract], { projects: engagements }) }),
  'unfinished': () => documentsScene({ start: async () => sampleDocuments(undefined, { unfinished: 1 }), uploads: async () => ({ items: [begun] }) }),
  'empty': () => documentsScene({ start: async () => sampleDocuments([]) }),
  'category': async () => {
    const scene = await documentsScene();
    await pressIn(scene, '.chips label:nth-child(2) input');
    await until('only those', () => scene.element.shadowRoot?.querySelectorAll('.rows > li').length === 1);
    return scene;
  },
  'opened': () => opened(fresh.id),
  'reviewing': () => reviewing(),
  'deciding': async () => {
    const scene = await reviewing();
    await pressIn(scene, '[data-action="approve"]', '[data-write="approve"]');
    return scene;
  },
  'changing': async () => {
    const scene = await reviewing();
    await pressIn(scene, '[data-action="changes"]', '[data-write="changes"]');
    return scene;
  },
  'to-review': () => documentsScene({ start: async () => sampleDocuments([toApprove, fresh, contract], { requests: [passport], toReview: [toApprove] }) }),
  'no-preview': async () => {
    const scene = await documentsScene({ pages: async () => ({ version: 1, kind: 'none', pageCount: 0, pages: [] }) });
    await pressIn(scene, `${rowOf(contract.id)} .title`, 'dialog[open] .no-preview');
    return scene;
  },
  'look-only': () => opened(lookOnly.id),
  'found': async () => {
    const scene = await documentsScene();
    await searchFor(scene, 'knee');
    await until('they are found', () => look(scene.element, 'mark'));
    return scene;
  },
  'nothing-found': async () => {
    const scene = await documentsScene();
    await searchFor(scene, 'flamingo');
    await until('it says so', () => look(scene.element, 'p[part="empty"]'));
    return scene;
  },
  'sending': async () => {
    const scene = await documentsScene({ upload: (_file, _what, options) => { options?.onProgress?.(30, 100); return never(); } });
    await choose(scene, letter);
    await until('it is on its way', () => look(scene.element, 'progress'));
    return scene;
  },
  'sent': async () => {
    const scene = await documentsScene({ upload: async () => sampleFiled({ renamedFrom: 'letter.txt' }) });
    await choose(scene, letter);
    await until('it is there', () => look(scene.element, '[data-sending="sent"]'));
    return scene;
  },
  'not-sent': async () => {
    const scene = await documentsScene({ upload: unreachable });
    await choose(scene, [letter, new File([], 'empty.txt')]);
    await until('both have failed', () => scene.element.shadowRoot?.querySelectorAll('[data-sending="failed"]').length === 2);
    return scene;
  },
  'dropping': async () => {
    const scene = await documentsScene();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(letter);
    scene.element.dispatchEvent(new DragEvent('dragenter', { dataTransfer, cancelable: true }));
    await until('it shows where', () => look(scene.element, '.dropping'));
    return scene;
  },
  'signed-out': () => documentsScene({}, { signedIn: false }),
  'failed': () => documentsScene({ start: unreachable }),
  'loading': () => documentsScene({ start: never }),
  'stale': async () => {
    let isFirst = true;
    const scene = await documentsScene({ start: async () => {
      if (!isFirst) return unreachable();
      isFirst = false;
      return sampleDocuments();
    } });
    scene.client.say({ type: 'documents.changed', event: 'document.filed', subjectId: null, clientId: 'client-000000000001' });
    await until('it says so', () => look(scene.element, '.trouble'));
    return scene;
  },
};

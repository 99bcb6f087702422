import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';
import { FakeRefusal } from '../test-support/fake-routes.ts';
import { likelyCategory } from './document-words.ts';
import { dropSettled } from './outgoing.ts';

const rows = (): string[] => [...document.querySelectorAll('.document-row')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');
const files = (...names: string[]): File[] => names.map((name) => new File(['words'], name));

/** As if somebody had chosen these in the browser's own window. */
function choose(input: HTMLInputElement, chosen: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of chosen) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('documents in the console', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => { dropSettled(); return closeConsole(page); });

  it('lists all, by category and archive, and says what matters about how they are kept', async () => {
    page = await openConsole('#/documents');
    await until(() => rows().length === 3, 'all of them');
    ok(rows()[2]?.includes('Being checked') && rows()[2]?.includes('from the client'), rows().join(' | '));
    await says('Files are not checked for viruses here.');
    await says('One file waits to be checked');
    await axeClean(document.body);
    document.querySelectorAll<HTMLInputElement>('[name="document-filter"]')[1]?.click();
    await until(() => rows().length === 1 && rows()[0]?.startsWith('Treatment agreement.docx'), 'contracts');
    [...document.querySelectorAll<HTMLInputElement>('[name="document-filter"]')].at(-1)?.click();
    await until(() => rows().length === 1 && rows()[0]?.startsWith('Old report.pdf'), 'the archive');
  });

  it('finds by what is in them, with the passage', async () => {
    page = await openConsole('#/documents');
    fill(await page.find('[aria-label="Search documents"]'), 'knee');
    await until(() => document.querySelectorAll('mark').length === 2, 'they are found');
    ok(document.querySelector('.passage > bdi mark') !== null, 'a passage in Arabic would turn its neighbours round');
    await axeClean(document.body);
    fill(document.querySelector('[aria-label="Search documents"]'), 'flamingo');
    await says('Nothing found for “flamingo”.');
  });

  it('sends several files to several clients at once, each with its progress', async () => {
    page = await openConsole('#/documents');
    (await button('Send files')).click();
    await page.find('.send-files');
    (await button('Send')).click();
    await says('Choose who gets them.');
    await says('Choose at least one file.');
    for (const name of ['Thandi Nkosi', 'Pieter van Wyk']) {
      fill(await page.find('#client-search'), name);
      await until(() => document.querySelectorAll('.choice-option').length === 2 && textOf('.choice-option').includes(name), name);
      document.querySelector<HTMLElement>('.choice-option')?.click();
      await until(() => textOf('.picked').includes(name), 'chosen');
      if (name === 'Thandi Nkosi') (await button('Another client')).click();
    }
    choose(await page.find('.send-files [type=file]'), files('Final report.pdf', 'letter.txt'));
    await axeClean(document.body);
    (await button('Send 2 files to 2 clients')).click();
    await says('4 files are filed.');
    await until(() => rows().length === 7, 'and listed');
    const announced = page.api.writes.filter(({ route }) => route === 'POST uploads').map(({ body }) => body as { name: string; category: string });
    ok(announced.every(({ name, category }) => category === (name === 'Final report.pdf' ? 'reports' : 'correspondence')), JSON.stringify(announced));
    (await button('All right')).click();
    await until(() => !document.querySelector('.outgoing'), 'it is cleared');
  });

  it('says why a file was not taken, and sends it again', async () => {
    page = await openConsole('#/clients/client000000000000000001');
    await until(() => textOf('portico-client-documents').includes('Treatment agreement.docx'), 'theirs');
    page.api.refuseNext('POST uploads', new FakeRefusal(507, 'storage_full', 'There is no room left for files.'));
    (await button('Send files')).click();
    choose(await page.find('.send-files [type=file]'), files('letter.txt'));
    (await button('Send')).click();
    (await button('Look')).click();
    await says('There is no room left for files.');
    await axeClean(document.body);
    (await button('Try again')).click();
    await says('1 file is filed.');
  });

  it('shows one with its versions, rights and who has opened it, and changes them', async () => {
    page = await openConsole('#/documents/document0000000000000001');
    await page.find('.sheet .versions');
    await says('First findings');
    await until(() => textOf('.sheet').includes('Version 1, 2 times'), textOf('.sheet'));
    await axeClean(document.body);
    fill(await page.find('.sheet [name=name]'), 'Knee.pdf');
    (await button('Save')).click();
    await until(() => rows().some((row) => row.startsWith('Knee.pdf')), 'renamed');
    document.querySelector<HTMLInputElement>('.people-rights [name="right-contact2"][value="view"]')?.click();
    await until(() => page.api.writes.some(({ route }) => route.endsWith('/rights')), 'the right is sent');
    choose(await page.find('.sheet .pick-files [type=file]'), files('Knee.pdf'));
    await until(() => document.querySelectorAll('.sheet [data-version]').length === 2, 'a version more');
    (await button('Delete…')).click();
    await axeClean(document.body);
    (await button('Delete it for good')).click();
    await until(() => rows().every((row) => !row.startsWith('Knee.pdf')), 'gone');
  });

  it('asks several clients for a document, accepts what came, asks again with a reason, or needs it no more', async () => {
    page = await openConsole('#/documents/requests');
    await until(() => document.querySelectorAll('.request-row').length === 3, 'all of them');
    await says('1 of 3 have come, 1 is late.');
    ok(textOf('.document-tabs .count') === '1', 'one is to be looked at');
    (await button('Ask again: A copy of your passport, Thandi Nkosi')).click();
    (await button('Ask again')).click();
    await says('Say what is wrong with it');
    await axeClean(document.body);
    fill(document.querySelector('.request-row [name=reason]'), 'The photo is cut off');
    (await button('Ask again')).click();
    await says('Asked again: The photo is cut off');
    (await button('Not needed any more: The referral letter, Lerato Mokoena')).click();
    await until(() => textOf('.rows').includes('Not needed'), 'it is not needed');
    (await button('Ask for one')).click();
    await page.find('.sheet .send-files');
    (await button('Ask')).click();
    await says('Choose who is asked.');
    await says('Say what you need.');
    fill(await page.find('#client-search'), 'Aisha');
    await until(() => document.querySelectorAll('.choice-option').length === 2 && textOf('.choice-option').includes('Aisha Patel'), 'only she is found');
    document.querySelector<HTMLElement>('.choice-option')?.click();
    fill(await page.find('.sheet [name=title]'), 'Your tax number');
    await axeClean(document.body);
    (await button('Ask')).click();
    await says('Aisha Patel is asked for “Your tax number”.');
    await until(() => document.querySelectorAll('.request-row').length === 4, 'it is listed');
  });

  it('accepts what came', async () => {
    page = await openConsole('#/documents/requests');
    (await button('Accept: A copy of your passport, Thandi Nkosi')).click();
    await until(() => !document.querySelector('.document-tabs [href$="requests"] .count'), 'nothing is left to look at');
    await says('Accepted');
  });

  it('takes what is dropped on the screen', async () => {
    page = await openConsole('#/documents');
    const screen = await page.find('portico-documents');
    const dataTransfer = new DataTransfer();
    for (const file of files('dropped.pdf')) dataTransfer.items.add(file);
    screen.dispatchEvent(new DragEvent('dragenter', { dataTransfer, cancelable: true }));
    await says('Drop files here to send them');
    screen.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await until(() => textOf('.sheet .picked').includes('dropped.pdf'), 'it is in the sheet');
  });

  it('guesses where a file belongs by its name', () => {
    const named = {
      contracts: ['Vertrag.pdf', 'Informed consent.pdf', 'Contrat signé.pdf', 'Acuerdo 2026.docx', 'CONDIÇÕES GERAIS.pdf', 'Términos y condiciones.pdf', 'عقد الإيجار.pdf', 'الاتفاقية.docx'],
      invoices: ['Invoice 12.pdf', 'Rechnung_7.pdf', 'facture-mars.pdf', 'Factura.pdf', 'Fatura março.pdf', 'فاتورة ٢٠٢٦.pdf', 'الفواتير.xlsx'],
      reports: ['MRI report.pdf', 'Rapport final.pdf', 'Informe médico.pdf', 'Relatório anual.pdf'.normalize('NFD'), 'التقرير السنوي.pdf', 'نتائج_التحليل.pdf'],
      deliverables: ['Plan.pdf', 'Diseño cocina.pdf', 'Rascunho.docx', 'Fotos.zip', 'صورة المطبخ.jpg', 'تصميم.pdf'],
      correspondence: ['IMG_2.jpg', 'Brief.pdf', 'Carta.pdf', 'رسالة.pdf', '手紙.pdf'],
    };
    for (const [category, names] of Object.entries(named)) for (const name of names) ok(likelyCategory(name) === category, `${name} is taken for ${likelyCategory(name)}`);
  });
});

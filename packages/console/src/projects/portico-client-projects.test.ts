import { axeClean } from '../test-support/axe-clean.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const here = 'client000000000000000001';
const text = (selector: string): string => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const names = (): string => [...document.querySelectorAll('.project .project-row .name')].map((one) => one.textContent).join();
const press = async (label: string): Promise<void> => {
  const button = await until(() => [...document.querySelectorAll<HTMLElement>('portico-client-projects button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === label), label);
  (button as HTMLElement).click();
};
const name = async (page: ConsolePage, value: string): Promise<void> => {
  const field = await page.find<HTMLInputElement>('portico-client-projects [name=name]');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.form?.requestSubmit();
};

describe('the projects of a client in the console', () => {
  let page: ConsolePage;
  beforeEach(async () => {
    page = await openConsole(`#/clients/${here}`);
    await page.find('.project');
  });
  afterEach(() => closeConsole(page));

  it('are added and renamed', async () => {
    await press('Add a project');
    await name(page, '  ');
    await until(() => text('portico-client-projects .error').includes('Give it a name.'), 'it wants a name');
    await name(page, 'Shoulder');
    await until(() => names() === 'Shoulder,Back to running', 'it is there');
    await press('Rename Shoulder');
    await axeClean(document.body);
    await name(page, 'Shoulder, left');
    await until(() => names() === 'Shoulder, left,Back to running', 'it has its new name');
  });

  it('are archived and restored', async () => {
    await press('Archive Back to running');
    await until(() => names() === '', 'it is put away');
    await press('With archived ones');
    await until(() => names() === 'Back to running', 'and shown again when asked for');
    await press('Restore Back to running');
    await press('Without archived ones');
    await until(() => names() === 'Back to running', 'it is back');
  });

  it('show their documents, whose rows name the project', async () => {
    (await page.find('.project .row-button')).click();
    await page.find('.project-documents .document-row');
    await axeClean(document.body);
    if (!text('.project-documents .document-row .meta').includes('Back to running')) throw new Error(text('.project-documents'));
    document.querySelector<HTMLElement>('.project-documents .row-button')?.click();
    const sheet = await page.find('portico-document-details portico-choice');
    await until(() => sheet.closest('form')?.textContent?.includes('Project'), 'the sheet says where it is');
  });
});

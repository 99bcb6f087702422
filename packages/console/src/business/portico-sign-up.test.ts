import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

async function type(page: ConsolePage, name: string, value: string): Promise<void> {
  const input = await page.find<HTMLInputElement>(`[name="${name}"]`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function next(page: ConsolePage): Promise<void> {
  (await page.find<HTMLFormElement>('portico-sign-up form')).requestSubmit();
}

async function answerAll(page: ConsolePage, email: string): Promise<void> {
  await type(page, 'ownerName', 'Anna Meyer');
  await type(page, 'email', email);
  await type(page, 'password', 'by the river 2026');
  await next(page);
  await type(page, 'businessName', 'North Light Studio');
  await next(page);
  for (const question of ['Where is it?', 'How do you write prices and dates?']) {
    await until(() => document.querySelector('#question')?.textContent === question, question);
    await next(page);
  }
  await type(page, 'serviceName', 'Portrait session');
  await type(page, 'price', '180.50');
}

describe('<portico-sign-up>', () => {
  let page: ConsolePage;
  beforeEach(async () => { page = await openConsole('#/sign-up', { isSignedIn: false }); });
  afterEach(() => closeConsole(page));

  it('asks six questions, fills the preview, and ends with the snippet', async () => {
    await answerAll(page, 'anna@example.com');
    await until(() => document.querySelector('.preview')?.textContent?.includes('Portrait session'), 'the preview');
    await next(page);
    await page.find('portico-hours');
    await next(page);
    const snippet = await page.find('portico-sign-up-done pre');
    if (!/data-business="north-light".*min-height:max\(600px,37\.5rem\)/s.test(snippet.textContent ?? '')) throw new Error(snippet.textContent ?? '');
    const [{ body, headers }] = page.api.writes as [ConsolePage['api']['writes'][number]];
    if ((body as { service: { priceMinor: number } }).service.priceMinor !== 18_050 || !headers.get('idempotency-key')) throw new Error(JSON.stringify(body));
  });

  it('is at home at once: another address leads into the console, not to the door', async () => {
    await answerAll(page, 'anna@example.com');
    await next(page);
    await page.find('portico-hours');
    await next(page);
    await page.find('portico-sign-up-done pre');
    location.hash = '#/today';
    await page.find('portico-shell');
    if (document.querySelector('portico-door')) throw new Error('the door is shown');
  });

  it('stays at a question until it is answered', async () => {
    await next(page);
    await until(() => document.querySelectorAll('[aria-invalid="true"]').length === 3, 'three fields to mend');
    if (page.api.writes.length > 0) throw new Error('nothing may be sent');
  });

  it('leads back to the answer that the server refuses', async () => {
    await answerAll(page, 'taken@example.com');
    await next(page);
    await page.find('portico-hours');
    await next(page);
    const email = await page.find('[name="email"][aria-invalid="true"]');
    if (!email.parentElement?.textContent?.includes('Sign in instead')) throw new Error('the reason stands beside the field');
  });
});

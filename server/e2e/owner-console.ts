import { signInAtConsole, type DemoWorld, type PageOptions } from './demo-browser.ts';

export type OwnerPage = Awaited<ReturnType<DemoWorld['page']>>;

export interface Owner {
  /** The console at an address, as this owner, on a device of its own. */
  at(address: string, options?: PageOptions): Promise<OwnerPage>;
}

/** Signs in once; every page after that is already in. */
export async function ownerOf(demo: DemoWorld, email: string): Promise<Owner> {
  const first = await signInAtConsole(demo, email);
  const storageState = await first.context().storageState();
  await first.context().close();
  return {
    async at(address, options = {}) {
      const page = await demo.page({ ...options, storageState });
      await page.goto(`${demo.server.url}/console/${address}`);
      await page.locator('nav').first().waitFor();
      return page;
    },
  };
}

/** Asks the API as the page's owner would. */
export async function ask<Answer>(page: OwnerPage, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answer> {
  const { status, answer } = await page.evaluate(async ([verb, to, what]) => {
    const headers = { 'Content-Type': 'application/json', 'X-Portico-Console': '1', 'Idempotency-Key': crypto.randomUUID() };
    const response = await fetch(`/v1/console/${to}`, { method: verb, ...(verb !== 'GET' && { headers, body: JSON.stringify(what ?? {}) }) });
    return { status: response.status, answer: await response.json() as unknown };
  }, [method, path, body] as const);
  if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as Answer;
}

/** Files a document as the console does: announced, sent in one piece, filed. */
export async function sendAs(owner: OwnerPage, content: Buffer, what: Readonly<Record<string, unknown>>): Promise<{ readonly id: string }> {
  const { id } = await ask<{ id: string }>(owner, 'POST', 'uploads', { ...what, size: content.length });
  await owner.evaluate(async ([to, bytes]) => {
    const answer = await fetch(`/v1/console/uploads/${to}`, { method: 'PATCH', headers: { 'Content-Type': 'application/partial-upload', 'Upload-Offset': '0', 'X-Portico-Console': '1' }, body: Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0)) });
    if (!answer.ok) throw new Error(await answer.text());
  }, [id, content.toString('base64')] as const);
  return ask(owner, 'POST', `uploads/${id}/complete`);
}

/** A weekday so many weeks ahead, where the demo's own bookings do not reach. */
export function weekdayAhead(weeks: number, weekday: number): string {
  const at = new Date(Date.now() + weeks * 7 * 86_400_000);
  at.setUTCDate(at.getUTCDate() + ((weekday - at.getUTCDay() + 7) % 7));
  return at.toISOString().slice(0, 10);
}

interface Service { readonly id: string; readonly name: string; readonly durationMinutes: number }

/** Books somebody new with the first provider, at a time of Johannesburg's clock. */
export async function bookedAt(page: OwnerPage, name: string, day: string, clock: string): Promise<{ readonly id: string }> {
  const [service] = (await ask<{ items: Service[] }>(page, 'GET', 'services')).items.filter(({ durationMinutes }) => durationMinutes === 30);
  const [provider] = (await ask<{ items: { id: string }[] }>(page, 'GET', 'providers')).items;
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@mail.example`;
  return await ask(page, 'POST', 'bookings', {
    serviceId: service?.id, providerId: provider?.id, startsAt: new Date(`${day}T${clock}:00+02:00`).toISOString().replace('.000Z', 'Z'), note: '', tellClient: false, newClient: { name, email },
  });
}

/** Where in the day's first column a time lies, on the screen. */
export async function spotOf(page: OwnerPage, clock: string): Promise<{ readonly x: number; readonly y: number }> {
  return await page.locator('[data-column]').first().evaluate((column, [hour = 0, minute = 0]) => {
    const { left, top, width, height } = column.getBoundingClientRect();
    const style = getComputedStyle(column);
    const share = (hour * 60 + minute - Number(style.getPropertyValue('--first'))) / Number(style.getPropertyValue('--minutes'));
    return { x: left + width / 2, y: top + share * height };
  }, clock.split(':').map(Number));
}


import type { ZooPage } from '../zoo-pages.ts';
import type { Visitor } from './visitor.ts';

/** Opens what can be changed, one after the other, and looks at where it opens. */
export async function openLists(visitor: Visitor, look: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  await visitor.click('portal-bookings #change-service');
  await visitor.see('portal-bookings #choices');
  found.push(...await misplaced(visitor, '#change-service'));
  // By video a client may choose the zone; the list of cities is the longest that opens.
  await visitor.click('portal-bookings #choices label:last-of-type');
  await visitor.see('portal-bookings #change-zone');
  await visitor.until("zooWitness.has('portal-bookings', '[part~=body][aria-busy=false]')");
  await visitor.click('portal-bookings #change-zone');
  await visitor.see('portal-bookings #zone-search');
  found.push(...await misplaced(visitor, '#change-zone'));
  await look();
  await visitor.press('Escape');
  await visitor.until("!zooWitness.has('portal-bookings', '#zones')");
  return found;
}

/** A panel is placed a frame after it opens; only where it comes to lie counts. */
async function misplaced(visitor: Visitor, anchor: string): Promise<string[]> {
  const ask = `zooWitness.misplaced(${JSON.stringify(anchor)})`;
  return visitor.evaluate<string[]>(`zooWitness.frames().then(() => ${ask})`);
}

/** The first free time, up to the form that asks who is coming; and what an empty form answers. */
export async function chooseTime(visitor: Visitor, look: () => Promise<unknown>): Promise<void> {
  await visitor.click('portal-bookings [part~=slot-free]');
  await visitor.see('portal-bookings [part~=confirm] input[name=email]');
  await look();
  await visitor.fill('portal-bookings [part~=confirm] input[name=email]', 'guest@mail.example');
  await visitor.press('Enter');
  await visitor.see('portal-bookings [part~=confirm] [part~=error]');
}

/** A whole booking, on a day that no other page books on. */
export async function bookOnFreeDay(visitor: Visitor, page: ZooPage, look: () => Promise<unknown>): Promise<void> {
  const month = "zooWitness.text('portal-bookings', '#month-name')";
  const before = await visitor.evaluate<string>(month);
  await visitor.click('portal-bookings .month-bar button:last-child');
  await visitor.until(`${month} !== ${JSON.stringify(before)} && zooWitness.has('portal-bookings', '[part~=body][aria-busy=false]')`);
  const day = await visitor.evaluate<string>(`zooWitness.freeDay(${page.bookOnDay ?? 1})`);
  await visitor.click(`portal-bookings [data-date="${day}"]`);
  await visitor.until(`zooWitness.has('portal-bookings', '[data-date="${day}"][part~=day-selected]')`);
  await visitor.click('portal-bookings [part~=slot-free]');
  await visitor.see('portal-bookings [part~=confirm] input[name=email]');
  await look();
  await visitor.fill('portal-bookings [part~=confirm] input[name=name]', 'Zuri Zoo');
  await visitor.fill('portal-bookings [part~=confirm] input[name=email]', `${page.name}@mail.example`);
  await visitor.press('Enter');
  await visitor.see('portal-bookings #card-title');
}

/** Somebody with the wrong password: typed, sent with Enter, and answered. */
export async function useSignIn(visitor: Visitor, { name }: ZooPage): Promise<void> {
  await visitor.fill('form[data-portal-form] input[name=email]', `nobody.${name}@mail.example`);
  await visitor.fill('form[data-portal-form] input[name=password]', 'not the right one');
  await visitor.press('Enter');
  await visitor.see('form[data-portal-form] [role=alert]');
}

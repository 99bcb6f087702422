import { axeClean } from '../test-support/axe-clean.ts';
import { until } from '../test-support/console-page.ts';
import { stopClockAt } from './clock.ts';
import { useHouse } from './formats.ts';
import './portico-date.ts';
import type { PorticoDate } from './portico-date.ts';

describe('<portico-date>', () => {
  let field: PorticoDate;
  let chosen: string[];
  const input = (): HTMLInputElement => field.querySelector('input')!;
  const day = (date: string): HTMLElement => field.querySelector<HTMLElement>(`[data-day="${date}"]`)!;
  const press = (key: string, rest: KeyboardEventInit = {}): boolean => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest }));
  function type(text: string): void {
    input().value = text;
    input().dispatchEvent(new Event('change', { bubbles: true }));
  }

  beforeEach(async () => {
    stopClockAt('2026-11-24T08:42:00Z');
    useHouse({ lang: 'en-GB', timeZone: 'UTC', currency: 'EUR' });
    document.documentElement.lang = 'en';
    field = Object.assign(document.createElement('portico-date') as PorticoDate, { label: 'First day', value: '2026-11-26' });
    chosen = [];
    field.addEventListener('choose-day', (event) => { chosen.push((event as CustomEvent<string>).detail); });
    document.body.append(field);
    await field.updateComplete;
  });
  afterEach(() => field.remove());

  it('shows the day in words and reads what is typed', async () => {
    if (input().value !== 'Thu, 26 Nov 2026') throw new Error(input().value);
    type('3/12');
    await field.updateComplete;
    if (chosen.join() !== '2026-12-03' || input().value !== 'Thu, 3 Dec 2026') throw new Error(`${chosen.join()} ${input().value}`);
  });

  it('keeps what cannot be read and says so', async () => {
    type('soonish');
    await field.updateComplete;
    if (input().value !== 'soonish' || input().getAttribute('aria-invalid') !== 'true') throw new Error('it must stand there, marked');
    if (!field.querySelector('.error')?.textContent?.includes('24 Nov 2026')) throw new Error('an example helps');
  });

  it('leaves alone what somebody is typing when the page renders again', async () => {
    input().focus();
    input().value = '3 dec';
    field.label = 'Another name';
    await field.updateComplete;
    if (input().value !== '3 dec') throw new Error(input().value);
    input().dispatchEvent(new Event('change', { bubbles: true }));
    await field.updateComplete;
    if (input().value !== 'Thu, 3 Dec 2026') throw new Error(input().value);
  });

  it('opens at the chosen day, goes by keys, chooses with a click and gives the focus back', async () => {
    input().focus();
    press('ArrowDown');
    await until(() => document.activeElement === day('2026-11-26'), 'the chosen day');
    await axeClean(field);
    for (const [key, goal] of [['ArrowRight', '2026-11-27'], ['ArrowDown', '2026-12-04'], ['PageDown', '2027-01-04'], ['Home', '2027-01-04'], ['End', '2027-01-10']] as const) {
      press(key);
      await until(() => document.activeElement === day(goal), `${key} to ${goal}`);
    }
    day('2027-01-10').click();
    await until(() => !field.querySelector('table'), 'the month to close');
    if (chosen.join() !== '2027-01-10' || document.activeElement !== field.querySelector('button')) throw new Error(chosen.join());
  });

  it('does not offer what is too early, and never moves there', async () => {
    field.min = '2026-11-25';
    field.querySelector('button')!.click();
    await until(() => document.activeElement === day('2026-11-26'), 'the month');
    press('ArrowUp');
    await until(() => document.activeElement === day('2026-11-25'), 'the first allowed day');
    day('2026-11-24').click();
    if (chosen.length > 0 || day('2026-11-24').getAttribute('aria-disabled') !== 'true') throw new Error('the day before is off');
  });

  it('closes at Escape without the sheet around it hearing of it', async () => {
    let heard = 0;
    const hear = (): void => { heard += 1; };
    document.addEventListener('keydown', hear);
    field.querySelector('button')!.click();
    await until(() => document.activeElement === day('2026-11-26'), 'the month');
    press('Escape');
    await until(() => !field.querySelector('table'), 'the month to close');
    document.removeEventListener('keydown', hear);
    if (heard > 0) throw new Error('Escape was for the month alone');
  });
});

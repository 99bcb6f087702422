import { baseStyles } from '../ui/base.styles.ts';
import { controlStyles } from '../ui/controls.styles.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { axeClean } from '../test-support/axe-clean.ts';
import { fill } from '../test-support/console-hands.ts';
import { until } from '../test-support/console-page.ts';
import './portico-door.ts';
import type { PorticoDoor } from './portico-door.ts';

adoptStyles(baseStyles, controlStyles);

async function door(): Promise<PorticoDoor> {
  const element = Object.assign(document.createElement('portico-door') as PorticoDoor, { door: { signUpOpen: true, demo: true, mailboxUrl: 'http://localhost:8787/mailbox' } });
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

describe('<portico-door>', () => {
  it('asks for an address and a password as password managers expect', async () => {
    const element = await door();
    const [email, password] = [...element.querySelectorAll('input')];
    if (email?.autocomplete !== 'username' || password?.autocomplete !== 'current-password') throw new Error('wrong autocomplete');
  });

  it('says next to the field what is missing, and asks nobody', async () => {
    const element = await door();
    const fetchBefore = globalThis.fetch;
    globalThis.fetch = () => { throw new Error('nothing may be sent'); };
    try {
      element.querySelector('form')?.requestSubmit();
      await element.updateComplete;
      if (element.querySelectorAll('[aria-invalid="true"]').length !== 2) throw new Error('both fields are wrong');
    } finally {
      globalThis.fetch = fetchBefore;
    }
  });

  it('asks for the mailed digits, and does not call that saved', async () => {
    const element = await door();
    const fetchBefore = globalThis.fetch;
    const challenge = { challengeId: 'challenge-1', next: 'code', expiresAt: '2026-11-26T09:00:00Z' };
    globalThis.fetch = () => Promise.resolve(Response.json({ status: 'challenge', challenge }));
    try {
      const [email, password] = [...element.querySelectorAll('input')];
      fill(email, 'anna@river-physio.example');
      fill(password, 'portico demo');
      element.querySelector('form')?.requestSubmit();
      await until(() => element.querySelector('h1')?.textContent === 'Check your mail', 'the question for the digits');
      if (element.textContent?.includes('Saved')) throw new Error('nothing was saved');
    } finally {
      globalThis.fetch = fetchBefore;
    }
  });

  it('has nothing for axe to complain about', async () => {
    const element = await door();
    await axeClean(element);
  });
});

import type { Me, Session } from '@portico/contract/auth.ts';
import { axeClean } from '../test-support/axe.ts';
import { fakeApi, fakeClient, refusal } from '../test-support/fake-client.ts';
import type { FakeAnswers, FakeClient } from '../test-support/fake-client.ts';
import { equal, mount, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import './define.ts';

const person: Me = {
  contactId: 'c1', clientId: 'k1', name: 'Thandi', email: 'thandi@example.com', phone: null, clientName: 'Thandi Dlamini', timeZone: null,
  hasPassword: true, hasTotp: false, mustAddTotp: false,
};
const at = '2026-11-01T08:00:00Z';
const sessions: Session[] = ['Firefox on Linux', 'Safari on iPhone'].map((device, index) => ({
  id: `s${index}`, current: index === 0, createdAt: at, lastUsedAt: at, expiresAt: at, origin: null, device,
}));
const noFeed = { active: false, url: null, createdAt: null, lastReadAt: null };
const totp = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qrSvg: '<svg viewBox="0 0 30 30"><rect/><path fill="black" d="M0,0h10v10h-10z"/></svg>' };
const fresh = () => { throw refusal('fresh_proof_required'); };

/** Answers `fresh_proof_required` until a proof was given. */
function guarded<T>(answer: T): { act: () => Promise<T>; prove: () => Promise<{ freshUntil: string }> } {
  let isProven = false;
  return {
    act: async () => (isProven ? answer : fresh()),
    prove: async () => { isProven = true; return { freshUntil: at }; },
  };
}

async function account(me: FakeAnswers['me'] = {}, facts: Partial<Me> = {}): Promise<{ element: HTMLElement; panel: Element; client: FakeClient }> {
  const client = fakeClient({
    signedIn: true, me: { read: async () => ({ ...person, ...facts }), sessions: async () => sessions, feed: async () => noFeed, ...me },
  });
  const element = await mount(`<portal-login business="river-physio" api-url="${fakeApi}"></portal-login>`);
  if (!facts.mustAddTotp) element.shadowRoot!.querySelector<HTMLElement>('[data-action="account"]')!.click();
  const panel = await until('the panel is open', () => element.shadowRoot!.querySelector('portal-account:defined'));
  await until('it is complete', () => panel.shadowRoot?.querySelector(facts.mustAddTotp ? '[data-action="totp"]' : '[data-action="everywhere"]'));
  return { element, panel, client };
}

const form = (element: Element): HTMLFormElement => element.querySelector<HTMLFormElement>(':scope > form')!;
const input = (element: Element, name: string): HTMLInputElement => form(element).elements.namedItem(name) as HTMLInputElement;
const text = (panel: Element): string => panel.shadowRoot!.querySelector('.root')!.textContent.replaceAll(/\s+/g, ' ');

async function press(panel: Element, action: string): Promise<void> {
  const button = panel.shadowRoot!.querySelector<HTMLElement>(`[data-action="${action}"]`);
  ok(button, `no button ${action}`);
  button.click();
  await settle(panel);
}

async function answer(element: Element, panel: Element, name: string, value: string): Promise<void> {
  input(element, name).value = value;
  input(element, name).dispatchEvent(new Event('input', { bubbles: true }));
  form(element).requestSubmit();
  await settle(panel);
}

afterEach(unmountAll);

describe('the account panel', () => {
  it('shows what there is, and axe finds nothing', async () => {
    const { element, panel } = await account();
    for (const words of ['thandi@example.com', 'Firefox on Linux', 'This device', 'Not shared']) ok(text(panel).includes(words), `${words}: ${text(panel)}`);
    await axeClean(element, 'account');
  });

  it('keeps its forms in the outermost light DOM, where password managers look', async () => {
    const { element, panel } = await account();
    await press(panel, 'password');
    ok(form(element).getRootNode() === document, 'the form is not in the document');
    equal([...form(element).querySelectorAll('input')].map(({ autocomplete, value }) => [autocomplete, value]), [['username', 'thandi@example.com'], ['new-password', '']]);
    ok(input(element, 'password').getBoundingClientRect().height >= 44, 'the form is not shown');
    await axeClean(element, 'change password');
    await press(panel, 'keep');
    equal(element.querySelectorAll('form').length, 0, 'forms');
  });

  it('changes the password after a fresh proof, keeping what was typed', async () => {
    const { act, prove } = guarded(undefined);
    const { element, panel, client } = await account({ changePassword: act, prove });
    await press(panel, 'password');
    await answer(element, panel, 'password', 'correct horse battery');
    ok(text(panel).includes('show that it is you'), text(panel));
    equal(input(element, 'proof').autocomplete, 'current-password');
    await axeClean(element, 'proof');
    await answer(element, panel, 'proof', 'old password');
    equal(client.callsOf('me.prove'), [[{ password: 'old password' }]]);
    equal(client.callsOf('me.changePassword').length, 2, 'calls');
    equal(client.callsOf('me.changePassword')[1], ['correct horse battery']);
    ok(text(panel).includes('Your new password is saved'), text(panel));
  });

  it('says when the proof was wrong', async () => {
    const { element, panel } = await account({ changeEmail: fresh, prove: async () => { throw refusal('wrong_credentials'); } });
    await press(panel, 'email');
    await answer(element, panel, 'email', 'new@example.com');
    await answer(element, panel, 'proof', 'wrong');
    ok(form(element).textContent?.includes('This is not your password'), form(element).textContent ?? '');
    equal(input(element, 'proof').value, 'wrong');
  });

  it('mails digits to people without a password', async () => {
    const { act, prove } = guarded({ newEmail: 'new@example.com', confirmedByOld: false, confirmedByNew: false, done: false });
    const { element, panel, client } = await account({ changeEmail: act, prove, mailProofCode: async () => {} }, { hasPassword: false });
    await press(panel, 'email');
    await answer(element, panel, 'email', 'new@example.com');
    equal(client.callsOf('me.mailProofCode').length, 1, 'mails');
    input(element, 'proof').value = '123 456';
    input(element, 'proof').dispatchEvent(new Event('input', { bubbles: true }));
    await settle(panel);
    equal(client.callsOf('me.prove'), [[{ code: '123456' }]]);
    ok(text(panel).includes('confirm in both'), text(panel));
  });

  it('sets up an authenticator app, and shows the recovery codes once', async () => {
    const { act, prove } = guarded(totp);
    const { element, panel, client } = await account({ startTotp: act, prove, confirmTotp: async () => ({ recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'] }) });
    await press(panel, 'totp');
    await answer(element, panel, 'proof', 'old password');
    equal(panel.shadowRoot!.querySelector('.qr path')?.getAttribute('d'), 'M0,0h10v10h-10z');
    ok(text(panel).includes('JBSW Y3DP EHPK 3PXP'), text(panel));
    await axeClean(element, 'totp');
    input(element, 'code').value = '123456';
    input(element, 'code').dispatchEvent(new Event('input', { bubbles: true }));
    await settle(panel);
    equal(client.callsOf('me.confirmTotp'), [['123456']]);
    ok(text(panel).includes('cccc-dddd'), text(panel));
    await axeClean(element, 'recovery codes');
    await press(panel, 'kept');
    ok(!text(panel).includes('cccc-dddd'), 'the codes are still there');
  });

  it('opens by itself where the owner wants an app and there is none', async () => {
    const { element, panel, client } = await account({}, { mustAddTotp: true });
    ok(element.shadowRoot!.textContent?.includes('River Physio asks everybody'), element.shadowRoot!.textContent ?? '');
    // The server opens nothing else until then, so nothing else is offered or asked for.
    equal([...panel.shadowRoot!.querySelectorAll('[data-action]')].map((button) => button.getAttribute('data-action')), ['totp']);
    equal([client.callsOf('me.sessions'), client.callsOf('me.feed')], [[], []]);
  });

  it('draws nothing of a picture that is not one', async () => {
    const { act, prove } = guarded({ ...totp, qrSvg: '<svg onload="x()"><path d="javascript:x()"/><script>x()</script></svg>' });
    const { element, panel } = await account({ startTotp: act, prove });
    await press(panel, 'totp');
    await answer(element, panel, 'proof', 'old password');
    equal(panel.shadowRoot!.querySelector('.qr')?.querySelectorAll('path, script').length, 0, 'strange parts');
  });

  it('signs out another device, and says so', async () => {
    const { panel, client } = await account({ revokeSession: async () => {} });
    await press(panel, 'revoke');
    equal(client.callsOf('me.revokeSession'), [['s1']]);
    ok(!text(panel).includes('last used') && text(panel).includes('Safari on iPhone is signed out'), text(panel));
  });

  it('makes a calendar address, shown once, and stops sharing it', async () => {
    const url = 'https://portal.test/v1/feeds/secret.ics';
    const { element, panel } = await account({ makeFeed: async () => ({ active: true, url, createdAt: at, lastReadAt: null }), revokeFeed: async () => noFeed });
    await press(panel, 'feed-make');
    equal(panel.shadowRoot!.querySelector<HTMLAnchorElement>('.address')?.href, 'webcal://portal.test/v1/feeds/secret.ics');
    await axeClean(element, 'feed');
    await press(panel, 'feed-revoke');
    ok(text(panel).includes('Not shared'), text(panel));
  });

  it('closes with the session', async () => {
    const { element, client } = await account();
    client.become('signed_out');
    await settle(element);
    ok(!element.shadowRoot!.querySelector('portal-account') && form(element), 'still open');
  });
});

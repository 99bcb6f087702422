import type { Me, Session, SignInResult } from '@portico/contract/auth.ts';
import '../auth/define.ts';
import type { PortalLogin } from '../auth/portal-login.ts';
import { fakeApi, fakeClient, refusal } from './fake-client.ts';
import type { FakeAnswers } from './fake-client.ts';
import { mount, settle, until } from './mount.ts';
import { stage } from './gallery.ts';

/** How `<portal-login>` and its account look in each of their states: for screenshots, and for axe. */
const me: Me = {
  contactId: 'c1', clientId: 'k1', name: 'Thandi', email: 'thandi@example.com', phone: null, clientName: 'Thandi Dlamini', timeZone: null,
  hasPassword: true, hasTotp: false, mustAddTotp: false,
};
const at = '2026-11-01T08:00:00Z';
const sessions: Session[] = ['Firefox on Linux', 'Safari on iPhone'].map((device, index) => ({
  id: `s${index}`, current: index === 0, createdAt: at, lastUsedAt: at, expiresAt: at, origin: null, device,
}));
const challenge = (next: 'code' | 'totp'): SignInResult => ({ status: 'challenge', challenge: { challengeId: 'ch', next, expiresAt: at } });
const squares = Array.from({ length: 21 }, (_, row) => Array.from({ length: 21 }, (_, column) => ((row * 7 + column * 13 + row * column) % 3 === 0 ? `M${column},${row}h1v1h-1z` : '')).join('')).join('');
const totp = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qrSvg: `<svg viewBox="-2 -2 25 25"><path d="${squares}"/></svg>` };
const recoveryCodes = Array.from({ length: 10 }, (_, index) => `k3f9${index}-m2x7p-q8d4${index}-z6v1c-h5t0b`);
const token = 't'.repeat(32);
const fresh = async (): Promise<never> => { throw refusal('fresh_proof_required'); };

async function login(answers: FakeAnswers = {}, hash = ''): Promise<HTMLElement> {
  if (hash) history.replaceState(null, '', hash);
  fakeClient({
    ...answers,
    me: { read: async () => me, sessions: async () => sessions, feed: async () => ({ active: false, url: null, createdAt: null, lastReadAt: null }), ...answers.me },
  });
  const element = await mount<HTMLElement>(`<portal-login lang="${stage.lang}" business="river-physio" api-url="${fakeApi}"></portal-login>`);
  // The skeleton says nothing as long as it waits for its words.
  await until('its words have come', () => element.shadowRoot?.querySelector('.heading, .person, .failed, .side') ?? element.shadowRoot?.querySelector('[part="skeleton"] .unseen')?.textContent);
  // What comes after the first question comes at once: a person's pointer has brought it.
  await (element as PortalLogin).steps();
  return element;
}

async function fill(element: HTMLElement, values: Readonly<Record<string, string>>): Promise<HTMLElement> {
  const form = await until('the form is there', () => element.querySelector<HTMLFormElement>(':scope > form'));
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  form.requestSubmit();
  await settle(element);
  return element;
}

async function press(element: HTMLElement, action: string): Promise<HTMLElement> {
  const find = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector<HTMLElement>(`[data-action="${action}"]`)
    ?? element.shadowRoot?.querySelector('portal-account')?.shadowRoot?.querySelector<HTMLElement>(`[data-action="${action}"]`);
  (await until(`${action} is there`, find)).click();
  await settle(element);
  return element;
}

const credentials = { email: 'thandi@example.com', password: 'river stones and rain' };
const signIn = (result: SignInResult): FakeAnswers => ({ auth: { signIn: async () => result } });

async function account(answers: FakeAnswers['me'] = {}, facts: Partial<Me> = {}): Promise<HTMLElement> {
  const element = await login({ signedIn: true, me: { read: async () => ({ ...me, ...facts }), ...answers } });
  if (!facts.mustAddTotp) await press(element, 'account');
  await until('it is complete', () => element.shadowRoot?.querySelector('portal-account')?.shadowRoot?.querySelector(`[data-action="${facts.mustAddTotp ? 'totp' : 'everywhere'}"]`));
  return element;
}

/** Every state, by name. */
export const authGallery: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  'sign-in': () => login(),
  'sign-in-missing': async () => fill(await login(), {}),
  'sign-in-wrong': async () => fill(await login({ auth: { signIn: async () => { throw refusal('wrong_credentials'); } } }), credentials),
  'code': async () => {
    const element = await login({ auth: { mailCode: async () => ({ challengeId: 'ch', next: 'code', expiresAt: at }) } });
    const field = await until('the form is there', () => element.querySelector<HTMLInputElement>('[name="email"]'));
    field.value = credentials.email;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return press(element, 'mail-code');
  },
  'new-device': async () => fill(await login(signIn(challenge('code'))), credentials),
  'totp': async () => fill(await login(signIn(challenge('totp'))), credentials),
  'recovery': async () => press(await fill(await login(signIn(challenge('totp'))), credentials), 'switch'),
  'busy': async () => fill(await login({ auth: { signIn: () => new Promise(() => {}) } }), credentials),
  'reset': async () => press(await login(), 'forgotten'),
  'reset-sent': async () => fill(await press(await login({ auth: { reset: async () => {} } }), 'forgotten'), { email: credentials.email }),
  'new-password': () => login({}, `#portal/reset/${token}`),
  'invitation': () => login({ auth: { invitation: async () => ({ email: me.email, name: me.name, businessName: 'River Physio' }) } }, `#portal/invitation/${token}`),
  'hosted': () => login({ page: { signInOn: 'hosted' } }),
  'signed-in': () => login({ signedIn: true }),
  'account': () => account(),
  'account-email': async () => press(await account(), 'email'),
  'account-proof': async () => fill(await press(await account({ changePassword: fresh }), 'password'), { password: 'a new long password' }),
  'account-totp': async () => press(await account({ startTotp: async () => totp }), 'totp'),
  'account-codes': async () => fill(await press(await account({ startTotp: async () => totp, confirmTotp: async () => ({ recoveryCodes }) }), 'totp'), { code: '123456' }),
  'account-must': () => account({}, { mustAddTotp: true }),
  'failed': () => login({ signedIn: true, me: { read: async () => { throw refusal('unreachable'); } } }),
  'loading': () => login({ signedIn: true, me: { read: () => new Promise(() => {}) } }),
};

import type { Me, SignInResult } from '@portico/contract/auth.ts';
import { axeClean } from '../test-support/axe.ts';
import { keepsPromises } from '../test-support/element-promises.ts';
import { fakeApi, fakeClient, pending, refusal } from '../test-support/fake-client.ts';
import type { FakeAnswers, FakeClient } from '../test-support/fake-client.ts';
import { equal, mount, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import './define.ts';
import './login-steps.ts';

const me: Me = {
  contactId: 'c1', clientId: 'k1', name: 'Thandi', email: 'thandi@example.com', phone: null, clientName: 'Thandi Dlamini', timeZone: null,
  hasPassword: true, hasTotp: false, mustAddTotp: false,
};
const signedIn: SignInResult = { status: 'signed_in', tokens: { sessionId: 's1', accessToken: 'a', expiresIn: 600 } };
const challenge = (next: 'code' | 'totp'): SignInResult => ({ status: 'challenge', challenge: { challengeId: 'ch', next, expiresAt: '2026-11-21T00:00:00Z' } });
const token = 't'.repeat(32);

async function login(answers: FakeAnswers = {}): Promise<{ element: HTMLElement; client: FakeClient }> {
  const client = fakeClient({ me: { read: async () => me, sessions: async () => [], feed: async () => noFeed }, ...answers });
  return { client, element: await mount(`<portal-login business="river-physio" api-url="${fakeApi}"><a href="/p">Sign in</a></portal-login>`) };
}
const noFeed = { active: false, url: null, createdAt: null, lastReadAt: null };

const form = (element: Element): HTMLFormElement => element.querySelector<HTMLFormElement>(':scope > form')!;
const input = (element: Element, name: string): HTMLInputElement => form(element).elements.namedItem(name) as HTMLInputElement;
const shown = (element: Element): string => `${element.shadowRoot?.querySelector('.root')?.textContent ?? ''} ${form(element)?.textContent ?? ''}`.replaceAll(/\s+/g, ' ');

function type(element: Element, name: string, value: string): void {
  const field = input(element, name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function submit(element: Element): Promise<void> {
  form(element).requestSubmit();
  await settle(element);
}

async function press(element: Element, action: string): Promise<void> {
  const root = element.shadowRoot!;
  const button = root.querySelector<HTMLElement>(`[data-action="${action}"]`)
    ?? root.querySelector('portal-account')?.shadowRoot?.querySelector<HTMLElement>(`[data-action="${action}"]`);
  ok(button, `no button ${action}`);
  button.click();
  await settle(element);
}

afterEach(unmountAll);

keepsPromises({
  tag: 'portal-login',
  define: async () => { await import('./define.ts'); },
  loads: 'me.read',
  serve: (business, how) => fakeClient({
    business,
    signedIn: true,
    me: {
      read: () => {
        if (how === 'silent') return new Promise<Me>(() => {});
        if (how === 'failing') throw refusal('unreachable');
        return Promise.resolve(me);
      },
    },
  }),
});

describe('the form that password managers see', () => {
  it('is a real form in the light DOM, with names and autocomplete tokens', async () => {
    const { element } = await login();
    const found = form(element);
    ok(found.getRootNode() === document, 'the form is not in the document');
    equal([...found.querySelectorAll('input')].map(({ name, type, autocomplete }) => [name, type, autocomplete]),
      [['email', 'email', 'username'], ['password', 'password', 'current-password']]);
    for (const field of found.querySelectorAll('input')) ok(field.labels?.length === 1 && field.form === found, `${field.name} has no label`);
    ok(found.querySelector('button[type="submit"]'), 'no submit button');
  });

  it('says new-password where one is chosen, with the user name beside it', async () => {
    history.replaceState(null, '', `#portal/invitation/${token}`);
    const { element } = await login({ auth: { invitation: async () => ({ email: 'thandi@example.com', name: 'Thandi', businessName: 'River Physio' }) } });
    equal([...form(element).querySelectorAll('input')].map(({ value, autocomplete, readOnly }) => [value, autocomplete, readOnly]),
      [['thandi@example.com', 'username', true], ['Thandi', 'name', false], ['', 'new-password', false]]);
  });

  it('is there once, whatever the page does: moved, copied with its content, removed', async () => {
    const { element } = await login();
    type(element, 'email', 'thandi@example.com');
    document.body.append(element);
    await settle(element);
    equal(element.querySelectorAll('form').length, 1, 'forms after a move');
    equal(input(element, 'email').value, 'thandi@example.com');
    const copy = element.cloneNode(true) as HTMLElement;
    document.body.append(copy);
    await settle(copy);
    equal(copy.querySelectorAll('form').length, 1, 'forms in a copy');
    type(copy, 'email', 'x@example.com');
    for (const one of [element, copy]) one.remove();
    equal(element.querySelectorAll('form').length, 0, 'forms after removal');
    equal(document.adoptedStyleSheets.length, 0, 'sheets left behind');
  });

  it('is in the document, too, where the page itself put the element into shadow roots', async () => {
    fakeClient({ me: { read: async () => me } });
    const outer = await mount<HTMLElement>('<section></section>');
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const root = inner.attachShadow({ mode: 'closed' });
    const elements = [1, 2].map(() => root.appendChild(Object.assign(document.createElement('portal-login'), { business: 'river-physio', apiUrl: fakeApi })));
    await Promise.all(elements.map(settle));
    const forms = [...outer.querySelectorAll<HTMLFormElement>(':scope > form')];
    equal(forms.length, 2, 'forms in the document');
    for (const found of forms) {
      ok(found.getRootNode() === document && found.assignedSlot, 'not in the document, or not shown');
      ok(found.getBoundingClientRect().height > 100, 'it has no place on the screen');
      equal(getComputedStyle(found.querySelector('button')!).color, 'rgb(255, 255, 255)', 'the looks do not reach it');
    }
    elements[0]!.remove();
    equal([outer.querySelectorAll('form').length, inner.children.length], [1, 1]);
    elements[1]!.remove();
    equal([outer.innerHTML, document.adoptedStyleSheets.length], ['', 0], 'left behind');
  });

  it('keeps what happens in it from the page', async () => {
    const { element } = await login();
    const heardOf: string[] = [];
    document.addEventListener('submit', () => heardOf.push('submit'), { once: true });
    await submit(element);
    equal(heardOf, []);
  });

  it('does not submit a form of the page around it', async () => {
    const outer = document.createElement('form');
    let isSubmitted = false;
    outer.addEventListener('submit', (event) => { event.preventDefault(); isSubmitted = event.target === outer; });
    document.body.append(outer);
    const { element } = await login({ auth: { signIn: async () => signedIn } });
    outer.append(element);
    await settle(element);
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'correct horse');
    await submit(element);
    ok(!isSubmitted, 'the outer form was submitted');
    outer.remove();
  });

  it('looks the same under a hostile page', async () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('* { font-size: 30px !important; color: red !important; text-transform: uppercase } #x input, form input { border: 9px solid lime !important }');
    document.adoptedStyleSheets.push(hostile);
    const { element } = await login();
    const style = getComputedStyle(input(element, 'email'));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
    equal([style.fontSize, style.borderTopWidth, style.textTransform], ['16px', '1px', 'none']);
  });
});

describe('signing in', () => {
  it('with e-mail and password, by Enter, and tells the page', async () => {
    const { element, client } = await login({ auth: { signIn: async () => signedIn } });
    const events: string[] = [];
    for (const name of ['portal-signed-in', 'portal-signed-out']) element.addEventListener(name, (event) => events.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`));
    type(element, 'email', ' thandi@example.com ');
    type(element, 'password', ' keeps its spaces ');
    await submit(element);
    equal(client.callsOf('auth.signIn'), [[{ email: 'thandi@example.com', password: ' keeps its spaces ', returnTo: location.href }]]);
    ok(shown(element).includes('Signed in as Thandi'), shown(element));
    equal(element.querySelectorAll('form').length, 0, 'the form stays');
    await press(element, 'sign-out');
    equal(events, ['portal-signed-in {}', 'portal-signed-out {}']);
    ok(form(element), 'no form to sign in again');
  });

  it('keeps what was typed when it was wrong, and says what to do', async () => {
    const { element } = await login({ auth: { signIn: async () => { throw refusal('wrong_credentials'); } } });
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'wrong');
    await submit(element);
    equal([input(element, 'email').value, input(element, 'password').value], ['thandi@example.com', 'wrong']);
    ok(form(element).querySelector('[role="alert"]')?.textContent?.includes('do not belong together'), shown(element));
    await axeClean(element, 'wrong password');
  });

  it('asks for what is missing, and goes there', async () => {
    const { element, client } = await login();
    type(element, 'email', 'thandi@example.com');
    await submit(element);
    equal(client.callsOf('auth.signIn').length, 0, 'calls');
    ok(input(element, 'password').getAttribute('aria-invalid') === 'true', 'not marked');
    ok(document.activeElement === input(element, 'password'), 'focus is elsewhere');
    await axeClean(element, 'missing password');
  });

  it('shows that it works, and does not send twice', async () => {
    const answer = pending<SignInResult>();
    const { element, client } = await login({ auth: { signIn: () => answer.promise } });
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'correct horse');
    await submit(element);
    await submit(element);
    equal(client.callsOf('auth.signIn').length, 1, 'calls');
    ok(form(element).querySelector('button')?.textContent?.includes('Signing in'), shown(element));
    answer.resolve(signedIn);
    await until('it is done', () => shown(element).includes('Signed in'));
  });

  for (const [code, facts, words] of [
    ['unreachable', {}, 'no connection'], ['rate_limited', { retryAfter: 30 }, '30 seconds'], ['rate_limited', { retryAfter: 600 }, '10 minutes'], ['busy', {}, 'No.'],
  ] as const) {
    it(`says so: ${code} ${words}`, async () => {
      const { element } = await login({ auth: { signIn: async () => { throw refusal(code, 'No.', facts); } } });
      type(element, 'email', 'thandi@example.com');
      type(element, 'password', 'x');
      await submit(element);
      ok(shown(element).includes(words), shown(element));
    });
  }
});

describe('a mailed code', () => {
  const mailed = { challengeId: 'ch', next: 'code' as const, expiresAt: '2026-11-21T00:00:00Z' };

  it('is one field that submits itself, whatever is pasted around the digits', async () => {
    for (const pasted of ['123456', '123 456', 'Your code is 123-456, for ten minutes.']) {
      const { element, client } = await login({ auth: { mailCode: async () => mailed, verifyCode: async () => signedIn } });
      type(element, 'email', 'thandi@example.com');
      await press(element, 'mail-code');
      const { autocomplete, inputMode } = input(element, 'code');
      equal([autocomplete, inputMode], ['one-time-code', 'numeric']);
      ok(document.activeElement === input(element, 'code'), 'focus is elsewhere');
      type(element, 'code', pasted);
      await settle(element);
      equal(client.callsOf('auth.verifyCode'), [[{ challengeId: 'ch', code: '123456' }]]);
      ok(shown(element).includes('Signed in as Thandi'), shown(element));
      unmountAll();
    }
  });

  it('keeps wrong digits, explains, and sends new ones', async () => {
    const { element, client } = await login({
      auth: { mailCode: async () => mailed, verifyCode: async () => { throw refusal('wrong_credentials'); } },
    });
    type(element, 'email', 'thandi@example.com');
    await press(element, 'mail-code');
    await axeClean(element, 'code');
    type(element, 'code', '111111');
    await settle(element);
    equal(input(element, 'code').value, '111111');
    ok(shown(element).includes('not the right digits'), shown(element));
    await axeClean(element, 'wrong code');
    await press(element, 'again');
    equal(client.callsOf('auth.mailCode').length, 2, 'mails');
    ok(shown(element).includes('New digits are on their way'), shown(element));
  });

  it('needs the address first', async () => {
    const { element } = await login();
    await press(element, 'mail-code');
    ok(input(element, 'email').getAttribute('aria-invalid') === 'true' && document.activeElement === input(element, 'email'), shown(element));
  });

  it('is asked for on a new device, too, and says why', async () => {
    const { element } = await login({ auth: { signIn: async () => challenge('code') } });
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'correct horse');
    await submit(element);
    ok(shown(element).includes('not signed in on this device before'), shown(element));
  });
});

describe('the authenticator app', () => {
  it('is asked after the password; a recovery code will do', async () => {
    const { element, client } = await login({
      auth: { signIn: async () => challenge('totp'), verifyTotp: async (given) => { if ('code' in given) throw refusal('wrong_credentials'); return signedIn; } },
    });
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'correct horse');
    await submit(element);
    await axeClean(element, 'totp');
    type(element, 'code', '000000');
    await settle(element);
    ok(input(element, 'code').getAttribute('aria-invalid') === 'true', shown(element));
    await press(element, 'switch');
    await axeClean(element, 'recovery');
    type(element, 'recoveryCode', 'abcd-efgh');
    await submit(element);
    equal(client.callsOf('auth.verifyTotp').at(-1), [{ challengeId: 'ch', recoveryCode: 'abcd-efgh' }]);
    ok(shown(element).includes('Signed in as'), shown(element));
  });
});

describe('links of mails', () => {
  it('consume nothing before a button is pressed, and leave the address bar', async () => {
    history.replaceState(null, '', `#portal/sign-in/${token}`);
    const { element, client } = await login({ auth: { verifyLink: async () => signedIn } });
    equal(client.calls.length, 0, 'calls before');
    equal(location.hash, '');
    await axeClean(element, 'link');
    await submit(element);
    equal(client.callsOf('auth.verifyLink'), [[token]]);
  });

  it('welcome by name, and set a password', async () => {
    history.replaceState(null, '', `#portal/invitation/${token}`);
    const { element, client } = await login({
      auth: { invitation: async () => ({ email: 'thandi@example.com', name: 'Thandi', businessName: 'River Physio' }), acceptInvitation: async () => signedIn },
    });
    ok(shown(element).includes('Welcome, Thandi'), shown(element));
    await axeClean(element, 'invitation');
    type(element, 'password', 'short');
    await submit(element);
    ok(shown(element).includes('at least 10'), shown(element));
    type(element, 'password', 'correct horse battery');
    await submit(element);
    equal(client.callsOf('auth.acceptInvitation'), [[{ token, password: 'correct horse battery', name: 'Thandi' }]]);
  });

  it('ask for a name that is better known here, and for one at all', async () => {
    history.replaceState(null, '', `#portal/invitation/${token}`);
    const { element, client } = await login({
      auth: { invitation: async () => ({ email: 'thandi@example.com', name: 'thandi', businessName: 'River Physio' }), acceptInvitation: async () => signedIn },
    });
    type(element, 'name', ' ');
    type(element, 'password', 'correct horse battery');
    await submit(element);
    equal([client.callsOf('auth.acceptInvitation').length, input(element, 'name').getAttribute('aria-invalid')], [0, 'true']);
    ok(shown(element).includes('Type your name'), shown(element));
    await axeClean(element, 'no name');
    type(element, 'name', ' Thandi Mokoena ');
    await submit(element);
    equal(client.callsOf('auth.acceptInvitation'), [[{ token, password: 'correct horse battery', name: 'Thandi Mokoena' }]]);
  });

  it('lead on to what they are about, without their token', async () => {
    history.replaceState(null, '', `#portal/sign-in/${token}/bookings/b1`);
    const { element, client } = await login({ auth: { verifyLink: async () => signedIn } });
    await until('the token has left the address', () => location.hash === '#portal/bookings/b1');
    await submit(element);
    equal([client.callsOf('auth.verifyLink'), location.hash], [[[token]], '#portal/bookings/b1']);
  });

  it('are mailed with the place to come back to: the page, and what its address is about', async () => {
    history.replaceState(null, '', '#portal/bookings/b1');
    const { element, client } = await login({ auth: { mailCode: async () => ({ challengeId: 'ch', next: 'code' as const, expiresAt: '2026-11-21T00:00:00Z' }) } });
    type(element, 'email', 'thandi@example.com');
    await press(element, 'mail-code');
    const returnTo = (call: number): unknown => (client.callsOf('auth.mailCode')[call]?.[0] as { readonly returnTo?: string } | undefined)?.returnTo;
    equal([returnTo(0), location.hash], [location.href, '#portal/bookings/b1']);
    history.replaceState(null, '', '#prices');
    await press(element, 'again');
    equal(returnTo(1), location.href.replace('#prices', ''));
  });

  it('say so when they are used or too old, and offer another way', async () => {
    history.replaceState(null, '', `#portal/invitation/${token}`);
    const { element } = await login({ auth: { invitation: async () => { throw refusal('not_found'); } } });
    ok(shown(element).includes('has been used, or is too old'), shown(element));
    ok(input(element, 'email'), 'no way on');
    await axeClean(element, 'old invitation');
  });

  it('choose a new password, which signs nobody in', async () => {
    history.replaceState(null, '', `#portal/reset/${token}`);
    const { element, client } = await login({ auth: { confirmReset: async () => {} } });
    await axeClean(element, 'new password');
    type(element, 'password', 'correct horse battery');
    await submit(element);
    equal(client.callsOf('auth.confirmReset'), [[{ token, password: 'correct horse battery' }]]);
    ok(shown(element).includes('Your password is changed') && input(element, 'password').value === '', shown(element));
  });

  it('confirm an e-mail address', async () => {
    history.replaceState(null, '', `#portal/confirm-email/${token}`);
    const { element } = await login({ auth: { confirmEmail: async () => ({ newEmail: 'new@example.com', confirmedByOld: true, confirmedByNew: true, done: true }) } });
    await axeClean(element, 'confirm');
    await submit(element);
    ok(shown(element).includes('new@example.com'), shown(element));
  });

  it('are heard when they arrive on a page that is open already', async () => {
    const { element } = await login();
    location.hash = `#portal/reset/${token}`;
    await until('it asks for the new password', () => shown(element).includes('Choose a new password'));
  });

  it('leave links to others alone', async () => {
    history.replaceState(null, '', '#portal/bookings/b1');
    await login();
    equal(location.hash, '#portal/bookings/b1');
  });
});

describe('a forgotten password', () => {
  it('is answered the same for every address', async () => {
    const { element, client } = await login({ auth: { reset: async () => {} } });
    type(element, 'email', 'thandi@example.com');
    await press(element, 'forgotten');
    equal(input(element, 'email').value, 'thandi@example.com');
    await axeClean(element, 'reset');
    await submit(element);
    equal(client.callsOf('auth.reset').length, 1, 'calls');
    ok(shown(element).includes('If thandi@example.com is known here'), shown(element));
    await axeClean(element, 'reset sent');
    await submit(element);
    ok(input(element, 'password'), 'no way back');
  });
});

describe('where it cannot be done here', () => {
  it('leads to the hosted page, and asks nothing', async () => {
    const { element } = await login({ page: { signInOn: 'hosted' } });
    equal(element.shadowRoot?.querySelector('a')?.href, `${fakeApi}/p/river-physio`);
    equal(element.querySelectorAll('form').length, 0, 'forms');
    await axeClean(element, 'hosted');
    unmountAll();
    history.replaceState(null, '', '#portal/bookings/b1');
    const { element: linked } = await login({ page: { signInOn: 'hosted' } });
    equal(linked.shadowRoot?.querySelector('a')?.href, `${fakeApi}/p/river-physio#portal/bookings/b1`);
  });

  it('says that it needs https', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
    const { element } = await login();
    Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
    ok(shown(element).includes('https://'), shown(element));
    equal(element.querySelectorAll('form').length, 0, 'forms');
  });
});

describe('the keyboard', () => {
  it('reaches everything in the order in which it is read', async () => {
    const { element } = await login();
    const slotted = [...form(element).querySelectorAll<HTMLElement>('input, button')];
    const own = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button')];
    const tops = [...slotted, ...own].map((control) => control.getBoundingClientRect().top);
    equal(tops, [...tops].sort((a, b) => a - b), 'order');
    for (const control of [...slotted, ...own]) {
      ok(control.tabIndex === 0, 'not reachable');
      ok(control.getBoundingClientRect().height >= 44, `only ${control.getBoundingClientRect().height} px high`);
    }
  });
});

describe('what <portal-login> tells the page', () => {
  it('asks before it signs in; a refusal sends nothing and keeps what was typed', async () => {
    const { element, client } = await login({ auth: { signIn: async () => signedIn } });
    let by: string | undefined;
    element.addEventListener('portal-before-sign-in', (event) => {
      ({ by } = event.detail);
      event.preventDefault();
    }, { once: true });
    type(element, 'email', 'thandi@example.com');
    type(element, 'password', 'a river runs');
    await submit(element);
    equal([by, client.callsOf('auth.signIn').length, client.session.state], ['password', 0, 'signed_out']);
    equal([input(element, 'email').value, input(element, 'password').value], ['thandi@example.com', 'a river runs']);
    await submit(element);
    equal([client.callsOf('auth.signIn').length, client.session.state], [1, 'signed_in']);
  });

  it('asks before it signs out, and tells who came and went without saying who', async () => {
    const { element, client } = await login({ signedIn: true });
    const told: unknown[] = [];
    for (const name of ['portal-signed-in', 'portal-signed-out'] as const) element.addEventListener(name, ({ type: fact, detail }) => told.push([fact, detail]));
    element.addEventListener('portal-before-sign-out', (event) => event.preventDefault(), { once: true });
    await press(element, 'sign-out');
    equal([client.callsOf('session.signOut').length, client.session.state, told], [0, 'signed_in', []]);
    await press(element, 'sign-out');
    client.become('signed_in');
    equal(told, [['portal-signed-out', {}], ['portal-signed-in', {}]]);
  });
});

import type { FakeRoutes, FakeState } from './fake-routes.ts';
import { FakeRefusal } from './fake-routes.ts';
import { fakeId, fakeNow } from './fake-business.ts';

const challenge = (next: 'code' | 'totp') => ({ challengeId: 'challenge-0123456789abcdef', next, expiresAt: fakeNow });

export function authRoutes(state: FakeState): FakeRoutes {
  const enter = (): unknown => { state.isSignedIn = true; return { status: 'signed_in' }; };
  const needCode = (code: unknown): unknown => {
    if (code !== '123456') throw new FakeRefusal(401, 'wrong_credentials', 'These digits do not fit. Check them, or ask for a new code.');
    return enter();
  };
  const needFresh = <Answer>(answer: () => Answer): Answer => {
    if (!state.isFresh) throw new FakeRefusal(403, 'fresh_proof_required', 'Confirm that it is you first.');
    return answer();
  };
  const { data, options } = state;
  return {
    'GET door': () => ({ signUpOpen: true, demo: options.isDemo ?? true, mailboxUrl: 'http://localhost:8787/mailbox' }),
    'GET me': () => ({
      staffId: fakeId('staff', 1), name: 'Anna Meyer', email: 'anna@river-physio.example', role: options.role ?? 'owner', hasPassword: true, hasTotp: state.hasTotp, mustAddTotp: !state.hasTotp, demo: options.isDemo ?? true,
      business: { key: data.business.key, name: data.business.name, timeZone: data.business.timeZone, currency: data.business.currency, lang: data.business.lang, accent: data.business.accent },
    }),
    'POST sign-in': ({ body }) => {
      if (body['password'] !== 'by the river 2026') throw new FakeRefusal(401, 'wrong_credentials', 'E-mail and password do not fit together. Check both, or have a code mailed.');
      if (body['email'] === 'two@example.com' && !body['business']) return { status: 'choose_business', businesses: [{ key: 'river-physio', name: 'River Physio' }, { key: 'north-light', name: 'North Light Studio' }] };
      return { status: 'challenge', challenge: challenge(body['email'] === 'totp@example.com' ? 'totp' : 'code') };
    },
    'POST mail-code': () => challenge('code'),
    'POST verify-code': ({ body }) => needCode(body['code']),
    'POST verify-totp': ({ body }) => (body['recoveryCode'] ? enter() : needCode(body['code'])),
    'POST verify-link': enter,
    'POST invitation': ({ body }) => {
      if (String(body['token']).startsWith('used')) throw new FakeRefusal(404, 'not_found', 'This invitation was used or has expired.');
      return { email: 'desk@river-physio.example', name: 'Marelize Kotze', businessName: 'River Physio' };
    },
    'POST accept-invitation': enter,
    'POST reset': () => ({ accepted: true }),
    'POST confirm-reset': () => ({ accepted: true }),
    'POST confirm-email': () => ({ newEmail: 'anna@new.example', confirmedByOld: true, confirmedByNew: false, done: false }),
    'POST sign-out': () => { state.isSignedIn = false; return {}; },
    'POST sign-out-everywhere': () => { state.isSignedIn = false; return {}; },
    'POST sign-up': ({ body }) => {
      if (body['email'] === 'taken@example.com') throw new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'email', message: 'This address already has a business. Sign in instead.' }] });
      state.isSignedIn = true;
      return { key: 'north-light', hostedUrl: 'https://portico.example/p/north-light', service: {} };
    },
    'GET sessions': () => ({ items: data.sessions }),
    'POST sessions/*/revoke': ({ params: [id] }) => { data.sessions = data.sessions.filter((session) => session.id !== id); return {}; },
    'POST fresh-proof': ({ body }) => {
      if (body['password'] === 'wrong password') throw new FakeRefusal(401, 'wrong_credentials', 'This password does not fit.');
      state.isFresh = true;
      return { freshUntil: fakeNow };
    },
    'POST fresh-proof/mail-code': () => ({ accepted: true }),
    'POST password': () => needFresh(() => ({})),
    'POST email': ({ body }) => needFresh(() => ({ newEmail: body['email'], confirmedByOld: false, confirmedByNew: false, done: false })),
    'POST totp/start': () => needFresh(() => ({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/River', qrSvg: fakeQr() })),
    'POST totp/confirm': () => { state.hasTotp = true; return { recoveryCodes: ['k4rt-9wqe', '7hfa-x2lm', 'p0cz-v8dn', 'm3bj-t6ys', 'e9ug-r1kf', 'w5xo-a4hq', 'n2di-z7pc', 'y8sl-j3vb'] }; },
    'POST totp/remove': () => needFresh(() => { state.hasTotp = false; return {}; }),
    'GET staff': () => ({ items: data.staff }),
    'POST staff': ({ body }) => {
      const member = { id: fakeId('staff', data.staff.length + 1), name: String(body['name']), email: String(body['email']), role: body['role'] as 'member', status: 'invited' as const, hasTotp: false, lastSeenAt: null };
      data.staff.push(member);
      return member;
    },
    'PATCH staff/*': ({ params: [id], body }) => Object.assign(data.staff.find((member) => member.id === id)!, body),
    'POST staff/*/remove': ({ params: [id] }) => Object.assign(data.staff.find((member) => member.id === id)!, { status: 'removed' }),
  };
}

/** Something that looks like a QR code and holds nothing. */
function fakeQr(): string {
  let path = '';
  for (let y = 0; y < 29; y += 1) for (let x = 0; x < 29; x += 1) {
    const corner = [[0, 0], [22, 0], [0, 22]].find(([left = 0, top = 0]) => x >= left && x < left + 7 && y >= top && y < top + 7);
    const ring = corner ? Math.max(Math.abs(x - (corner[0] ?? 0) - 3), Math.abs(y - (corner[1] ?? 0) - 3)) : -1;
    const isDark = corner ? ring !== 2 : (x * 7 + y * 13 + x * y * 3) % 5 < 2;
    if (isDark) path += `M${x} ${y}h1v1h-1z`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="${path}"/></svg>`;
}

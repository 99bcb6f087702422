import { Accepted, ChangeEmailInput, ChangePasswordInput, EmailChange, FreshProof, FreshProofInput, RecoveryCodes, SessionList, TotpConfirmInput, TotpStart } from '@portico/contract/auth.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { askEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { confirmTotp } from './confirm-totp.ts';
import { noSessionCookie } from './console-cookie.ts';
import { endAllSessions, endSession, listSessions, signOut } from './end-sessions.ts';
import { mailProofCode, proveAgain } from './prove-again.ts';
import { removeTotp } from './remove-totp.ts';
import { startTotp } from './start-totp.ts';

const ById = z.strictObject({ id: Id });

/** What people do with their own account: the same for clients on a page and staff at the console. */
export function accountRoutes(deps: Deps, prefix: '/v1/me' | '/v1/console', access: 'client' | 'member'): readonly DeclaredRoute[] {
  const forget = (setHeader: (name: string, value: string) => void): void => { if (access === 'member') setHeader('Set-Cookie', noSessionCookie(deps)); };
  return [
    writeRoute({ method: 'post', path: `${prefix}/sign-out`, access, settingUp: true, summary: 'Sign out here', output: Nothing },
      async ({ scope, setHeader }, tx) => { await signOut(deps, tx, scope); forget(setHeader); return {}; }),
    writeRoute({ method: 'post', path: `${prefix}/sign-out-everywhere`, access, settingUp: true, summary: 'Sign out on every device', output: Nothing },
      async ({ scope, setHeader }, tx) => { await endAllSessions(deps, tx, scope); forget(setHeader); return {}; }),
    route({ method: 'get', path: `${prefix}/sessions`, access, summary: 'Where one is signed in', output: SessionList }, ({ scope }) => listSessions(deps, scope)),
    writeRoute({ method: 'post', path: `${prefix}/sessions/{id}/revoke`, access, summary: 'Sign out one device', params: ById, output: Nothing },
      async ({ scope, params }, tx) => { await endSession(deps, tx, scope, params.id); return {}; }),
    route({ method: 'post', path: `${prefix}/fresh-proof`, access, settingUp: true, summary: 'Confirm that it is you', body: FreshProofInput, output: FreshProof, rate: 'sign_in' }, ({ scope, body }) => proveAgain(deps, scope, body)),
    route({ method: 'post', path: `${prefix}/fresh-proof/mail-code`, access, settingUp: true, summary: 'Mail a code to confirm with', output: Accepted, rate: 'mail', status: 202 },
      async ({ scope }) => { await mailProofCode(deps, scope); return { accepted: true as const }; }),
    route({ method: 'post', path: `${prefix}/password`, access, summary: 'Change the password', body: ChangePasswordInput, output: Nothing, fresh: true, rate: 'sign_in' },
      async ({ scope, body }) => { await changePassword(deps, scope, body); return {}; }),
    writeRoute({ method: 'post', path: `${prefix}/email`, access, summary: 'Ask to change the address', body: ChangeEmailInput, output: EmailChange, fresh: true, rate: 'mail' }, ({ scope, body }, tx) => askEmailChange(deps, tx, scope, body)),
    writeRoute({ method: 'post', path: `${prefix}/totp/start`, access, settingUp: true, summary: 'Show the code for an authenticator app', output: TotpStart, fresh: true }, ({ scope }, tx) => startTotp(deps, tx, scope)),
    route({ method: 'post', path: `${prefix}/totp/confirm`, access, settingUp: true, summary: 'Turn the authenticator app on', body: TotpConfirmInput, output: RecoveryCodes, rate: 'sign_in' }, ({ scope, body }) => confirmTotp(deps, scope, body)),
    writeRoute({ method: 'post', path: `${prefix}/totp/remove`, access, summary: 'Turn the authenticator app off', output: Nothing, fresh: true }, async ({ scope }, tx) => { await removeTotp(deps, tx, scope); return {}; }),
  ];
}

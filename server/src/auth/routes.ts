import { AcceptInvitationInput, Accepted, Challenge, ConfirmResetInput, EmailChange, InvitationPreview, LinkTokenInput, MailCodeInput, Me, RefreshInput, ResetInput, SessionTokens, SignInInput, SignInResult, VerifyCodeInput, VerifyTotpInput } from '@portico/contract/auth.ts';
import { BusinessKey } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { acceptInvitation, lookAtInvitation } from './accept-invitation.ts';
import { accountRoutes } from './account-routes.ts';
import { askReset } from './ask-reset.ts';
import { confirmEmailChange } from './change-email.ts';
import { confirmReset } from './confirm-reset.ts';
import { consoleAuthRoutes } from './console-routes.ts';
import type { Outcome } from './finish-sign-in.ts';
import { mailCodeToContact } from './mail-code.ts';
import { pageDoor } from './page-door.ts';
import { readMe } from './read-me.ts';
import { refreshSession, tokensOf } from './refresh-session.ts';
import { signIn } from './sign-in.ts';
import { verifyCode } from './verify-code.ts';
import { verifyLink } from './verify-link.ts';
import { verifyTotp } from './verify-totp.ts';
import { pageVisit } from './visit.ts';

const params = z.strictObject({ business: BusinessKey });
const door = { method: 'post', access: 'visitor', rate: 'sign_in', params } as const;
const base = '/v1/businesses/{business}/auth';

export const authRoutes = (deps: Deps): readonly DeclaredRoute[] => [
  ...pageRoutes(deps),
  route({ method: 'get', path: '/v1/me', access: 'client', settingUp: true, summary: 'Who is signed in', output: Me }, ({ scope }) => readMe(deps, scope)),
  ...accountRoutes(deps, '/v1/me', 'client'),
  ...consoleAuthRoutes(deps),
];

function pageRoutes(deps: Deps): readonly DeclaredRoute[] {
  const settle = (outcome: Outcome) => outcome.status === 'challenge' ? outcome : { status: outcome.status, tokens: tokensOf(deps, outcome.session) };
  return [
    route({ ...door, path: `${base}/sign-in`, summary: 'Sign in with e-mail and password', body: SignInInput, output: SignInResult },
      async ({ scope, body, request }) => settle(await signIn(deps, scope, await pageDoor(deps, scope, request), body))),
    route({ ...door, rate: 'mail', path: `${base}/mail-code`, summary: 'Mail a code and a link to sign in with', body: MailCodeInput, output: Challenge },
      async ({ scope, body, request }) => mailCodeToContact(deps, scope, await pageDoor(deps, scope, request), body)),
    route({ ...door, path: `${base}/verify-code`, summary: 'Type the mailed code', body: VerifyCodeInput, output: SignInResult },
      async ({ scope, body, request }) => settle(await verifyCode(deps, scope, await pageVisit(deps, request), body))),
    route({ ...door, path: `${base}/verify-link`, summary: 'Use the mailed link', body: LinkTokenInput, output: SignInResult },
      async ({ scope, body, request }) => settle(await verifyLink(deps, scope, await pageVisit(deps, request), body))),
    route({ ...door, path: `${base}/verify-totp`, summary: 'Type the code of the authenticator app', body: VerifyTotpInput, output: SignInResult },
      async ({ scope, body, request }) => settle(await verifyTotp(deps, scope, await pageVisit(deps, request), body))),
    route({ ...door, rate: 'write', path: `${base}/refresh`, summary: 'A new access token', body: RefreshInput, output: SessionTokens },
      async ({ scope, body, request }) => refreshSession(deps, scope, await pageVisit(deps, request), body)),
    route({ ...door, path: `${base}/invitation`, summary: 'Look at an invitation', body: LinkTokenInput, output: InvitationPreview },
      ({ scope, body }) => lookAtInvitation(deps, scope, 'contact', body.token)),
    route({ ...door, path: `${base}/accept-invitation`, summary: 'Accept an invitation and set a password', body: AcceptInvitationInput, output: SignInResult },
      async ({ scope, body, request }) => settle(await acceptInvitation(deps, scope, await pageDoor(deps, scope, request), body))),
    route({ ...door, rate: 'mail', path: `${base}/reset`, summary: 'Mail a link to set a new password', body: ResetInput, output: Accepted, status: 202 },
      async ({ scope, body }) => { await askReset(deps, scope, body); return { accepted: true as const }; }),
    route({ ...door, path: `${base}/confirm-reset`, summary: 'Set a new password', body: ConfirmResetInput, output: Accepted },
      async ({ scope, body }) => { await confirmReset(deps, scope, 'contact', body); return { accepted: true as const }; }),
    writeRoute({ ...door, path: `${base}/confirm-email`, summary: 'Confirm a change of address', body: LinkTokenInput, output: EmailChange },
      ({ scope, body }, tx) => confirmEmailChange(deps, tx, scope, 'contact', body.token)),
  ];
}
